import { type CitationFormatName, citationFormats } from '../../citations/registry.ts';
import type { Draft } from '../../store/channels.ts';
import { type ComponentBehaviour, staleComponent } from '../interactions/component.ts';
import { citeAgain } from '../steps/citing.ts';

/** The menu of formats below citations. */
export const chooseFormat: ComponentBehaviour<'cite-format', Draft> = {
  verb: 'cite-format',
  deferral: 'update',
  run: async ({ values: [name] }, context, draft) => ({
    kind: 'update',
    message: await citeAgain(draft, formatNamed(name), context),
  }),
};

function formatNamed(name: string | undefined): CitationFormatName {
  const format = citationFormats.find((one) => one.name === name);
  if (format === undefined) throw staleComponent();
  return format.name;
}

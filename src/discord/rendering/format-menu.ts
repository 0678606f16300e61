import { citationFormats } from '../../citations/registry.ts';
import type { Say } from '../../language/say.ts';
import type { MessageRow } from './action-menu.ts';
import { customId, row, select } from './components.ts';

/** A menu of citation formats below citations. The draft holds the ids of the papers. */
export const formatMenu = (draftId: number, say: Say): MessageRow =>
  row(
    select(
      customId('cite-format', draftId),
      say('actions.otherFormat'),
      citationFormats.map(({ name, shown }) => ({
        value: name,
        label: name === 'plain' ? say('cite.plainText') : shown,
      })),
    ),
  );

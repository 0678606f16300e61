import { z } from 'zod';
import type { SourceId } from '../papers/paper.ts';
import { findSourceByName, sourceNames } from '../papers/source-names.ts';
import type { Settings, ValuesOf } from '../settings.ts';
import { nearest } from '../topics/language/nearest.ts';
import { arxivSettings } from './arxiv/settings.ts';
import { biorxivSettings } from './biorxiv/settings.ts';
import { crossrefProblem, crossrefSettings, isSetUp, whyCrossrefIsUnused } from './crossref/settings.ts';
import { huggingFaceSettings } from './huggingface/settings.ts';
import { openAlexSettings } from './openalex/settings.ts';
import { semanticScholarSettings } from './semantic-scholar/settings.ts';

const sourceIds: readonly SourceId[] = sourceNames.map(({ id }) => id);

/** The question whether the nearest source was meant, by its id: ` Did you mean arxiv?`. Empty if none is near. */
export function meantSource(name: string): string {
  const near = nearest(
    name,
    sourceNames.flatMap(({ id, aliases }) => [id, ...aliases]),
  );
  return near === null ? '' : ` Did you mean ${findSourceByName(near)?.id}?`;
}

/** Some of the sources, in the order of `sourceIds`. */
const sourceList = z.string().transform((text, context): readonly SourceId[] => {
  const names = text.split(/[\s,]+/).filter(Boolean);
  const unknown = names.filter((name) => findSourceByName(name) === null);
  const ids = names.map((name) => findSourceByName(name)?.id);
  if (unknown.length === 0 && names.length > 0) return sourceIds.filter((id) => ids.includes(id));
  const problem = names.length === 0 ? 'names no source at all' : `names no source: ${unknown.join(', ')}`;
  const meant = unknown.length === 1 ? meantSource(unknown[0] ?? '') : '';
  context.addIssue(`${problem} (there are ${sourceIds.join(', ')})${meant && `.${meant}`}`);
  return z.NEVER;
});

/** Whether a text can stand in a header, within parentheses. */
const isHeaderText = (text: string): boolean => /^[\x20-\x7e]{0,200}$/.test(text) && !/[()]/.test(text);

/** The registry of the settings of sources and services. */
export const sourceSettings = {
  sources: {
    name: 'SOURCES',
    fallback: sourceIds.join(', '),
    description: ['The sources to pull from. Channels choose topics, or one source, from the papers that are pulled.'],
    schema: sourceList,
  },
  ...huggingFaceSettings,
  ...arxivSettings,
  ...biorxivSettings,
  ...semanticScholarSettings,
  ...openAlexSettings,
  ...crossrefSettings,
  /** Goes into the User-Agent, so that a service can reach who runs this bot; null where none is set. */
  contact: {
    name: 'CONTACT',
    fallback: '',
    description: ['Your e-mail address or web page. Each request to a source names it, as is polite.'],
    schema: z
      .string()
      .refine(isHeaderText, 'must be a plain e-mail address or web address, without brackets')
      .transform((text) => text || null),
  },
} as const satisfies Settings;

export type SourceSettings = ValuesOf<typeof sourceSettings>;

/** What is wrong with settings that are valid one by one. */
export const sourceProblems = (values: Partial<SourceSettings>): readonly string[] =>
  [crossrefProblem(values)].filter((problem) => problem !== null);

/** The settings that decide which sources are used. */
type SourceChoice = Pick<SourceSettings, 'sources' | 'crossrefIssns' | 'crossrefPrefixes'>;

/** Why a source is not used and what to do, or null where it is used. */
export function whyUnused(id: SourceId, choice: SourceChoice): string | null {
  if (!choice.sources.includes(id)) return `${id} is not used: add it to SOURCES.`;
  return whyCrossrefIsUnused(id, choice);
}

/**
 * Why each source is not used that the host chose by name, in SOURCES or by its journals or servers. A host that takes all
 * sources chose none by name.
 */
export function unusedSources(choice: SourceChoice): readonly string[] {
  if (choice.sources.length === sourceIds.length) return [];
  const chosen = sourceIds.filter((id) => choice.sources.includes(id) || isSetUp(id, choice));
  return chosen.flatMap((id) => whyUnused(id, choice) ?? []);
}

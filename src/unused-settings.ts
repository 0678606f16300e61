import type { SourceId } from './papers/paper.ts';
import { sourceNames } from './papers/source-names.ts';
import { nearest } from './topics/language/nearest.ts';

/** What decides which sources are used. */
interface SourceChoice {
  readonly sources: readonly SourceId[];
  readonly crossrefIssns: readonly string[];
}

/** Why a source is not used and what to do, or null where it is used. */
export function whyUnused(id: SourceId, { sources, crossrefIssns }: SourceChoice): string | null {
  if (!sources.includes(id)) return `${id} is not used: add it to SOURCES.`;
  if (id === 'crossref' && crossrefIssns.length === 0)
    return 'crossref is not used: name journals in CROSSREF_ISSNS, and set CONTACT.';
  return null;
}

/** Sources that the host chose and that are not used all the same; whoever takes all of them has chosen none. */
export const unusedSources = (choice: SourceChoice): readonly string[] =>
  choice.sources.length === sourceNames.length ? [] : choice.sources.flatMap((id) => whyUnused(id, choice) ?? []);

/** What a file sets that is no setting, such as a misspelt one. */
export const unknownSettings = (file: string, names: readonly string[], known: readonly string[]): readonly string[] =>
  names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known);
      const step = meant === null ? 'See .env.example for those that there are.' : `Did you mean ${meant}?`;
      return `${file} sets ${name}, which is no setting. ${step}`;
    });

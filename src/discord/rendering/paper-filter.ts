import type { PaperFilter } from '../../digests/paper-filter.ts';
import type { Paper, SourceId } from '../../papers/paper.ts';
import { findSourceName } from '../../papers/source-names.ts';
import type { LocalDate } from '../../time.ts';
import { cutAtWord, escapeToFit } from './escape.ts';
import { count, listOf } from './numbers.ts';
import { showDate } from './time.ts';

/** A paper that matches, and that a setting of the channel does not let through. */
export interface FilteredPaper {
  readonly kind: 'filtered';
  readonly by: 'sources' | 'upvotes';
  readonly filter: PaperFilter;
  /** The digest that was made without it; null if it is not made yet. */
  readonly date: LocalDate | null;
}

/** What people call the papers of a source, where its name in sentences does not fit. */
const labels: Readonly<Record<SourceId, string>> = {
  huggingface: 'Hugging Face',
  'preprint-servers': 'Other preprint servers',
  crossref: 'Journals',
};

/** The name of a source in a list, as plain text. */
export const sourceLabel = (id: SourceId): string => labels[id] ?? findSourceName(id)?.shown ?? cutAtWord(id, 40);

/** The names of sources in a list, in markdown. */
export const nameSources = (sources: readonly SourceId[]): readonly string[] =>
  sources.map((id) => escapeToFit(sourceLabel(id), 40));

/** Why the paper does not come. A digest that is made may have had other settings. */
export function showFiltered({ by, filter, date }: FilteredPaper, paper: Paper, place: string): string {
  const made = date === null ? '' : ` It was not in the digest of ${showDate(date)}.`;
  return `This paper matches, but ${reasonOf(by, filter, paper, place)}.${made} Change it with \`/digest settings\`.`;
}

function reasonOf(by: FilteredPaper['by'], { sources, minUpvotes }: PaperFilter, paper: Paper, place: string): string {
  if (by === 'sources')
    return `the digests of ${place} take only papers from ${listOf(nameSources(sources ?? []), 'or')}`;
  const { upvotes } = paper.extras;
  const has = upvotes === null ? 'no source counts any for it' : `it has ${upvotes === 0 ? 'none' : upvotes} so far`;
  return `the digests of ${place} take only papers with ${count(minUpvotes, 'upvote')} or more, and ${has}`;
}

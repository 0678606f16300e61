import { memoLast } from '../../memo.ts';
import type { CandidateQuery, CandidateTerm } from '../matching/candidate-terms.ts';
import type { PaperText } from '../matching/paper-text.ts';
import type { Token } from '../words/tokens.ts';

/** How often something is in a paper. */
export interface Count {
  readonly title: number;
  readonly abstract: number;
}

/** Counts by stem. A count is a number: that in the title times `oneInTitle`, and that in the abstract. */
type StemCounts = ReadonlyMap<string, number>;

/** More words than any abstract has. */
const oneInTitle = 2 ** 24;

/** How often each stem is in the title and in the abstract of a paper. All topics are weighed with one paper after another. */
export const stemCounts = memoLast(Object.is, ({ title, abstract }: PaperText): StemCounts => {
  const counts = new Map<string, number>();
  countInto(counts, title.tokens, oneInTitle);
  countInto(counts, abstract.tokens, 1);
  return counts;
});

/** How often the stem is in the paper; undefined if it is not. */
export function countOf(stem: string, counts: StemCounts): Count | undefined {
  const count = counts.get(stem);
  return count === undefined ? undefined : { title: Math.floor(count / oneInTitle), abstract: count % oneInTitle };
}

function countInto(counts: Map<string, number>, tokens: readonly Token[], one: number): void {
  for (let index = 0; index < tokens.length; index += 1) {
    const { stem } = tokens[index] as Token;
    counts.set(stem, (counts.get(stem) ?? 0) + one);
  }
}

// A term has dozens of spellings and a topic hundreds of matches, so neither closures nor iterators are made for them.

/** Whether a paper can meet a query by the words of its title and abstract. What asks for anything else can be met. */
export function canMeet(query: CandidateQuery, counts: StemCounts): boolean {
  switch (query.kind) {
    case 'anything':
      return true;
    case 'all':
      for (let index = 0; index < query.queries.length; index += 1)
        if (!canMeet(query.queries[index] as CandidateQuery, counts)) return false;
      return true;
    case 'any':
      for (let index = 0; index < query.queries.length; index += 1)
        if (canMeet(query.queries[index] as CandidateQuery, counts)) return true;
      return false;
    case 'stretch':
      return !isCounted(query.field) || query.runs.every((run) => hasTokens(run, run.length, counts));
    default: {
      const { field, tokens, isPrefix } = query;
      return !isCounted(field) || hasTokens(tokens, isPrefix ? tokens.length - 1 : tokens.length, counts);
    }
  }
}

const isCounted = (field: CandidateTerm['field']): boolean =>
  field === 'any' || field === 'title' || field === 'abstract';

/** Whether each of the first tokens, as many as that, is counted. */
function hasTokens(tokens: readonly string[], length: number, counts: StemCounts): boolean {
  for (let index = 0; index < length; index += 1) if (!counts.has(tokens[index] as string)) return false;
  return true;
}

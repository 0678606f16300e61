import { memoLast } from '../../memo.ts';
import type { CandidateQuery } from '../matching/candidate-terms.ts';
import type { PaperText } from '../matching/paper-text.ts';
import type { Token } from '../words/tokens.ts';

/** How often something is in a paper. */
export interface Count {
  readonly title: number;
  readonly abstract: number;
}

type StemCounts = ReadonlyMap<string, Count>;

/** How often each stem is in the title and in the abstract of a paper. All topics are weighed with one paper after another. */
export const stemCounts = memoLast(Object.is, ({ title, abstract }: PaperText): StemCounts => {
  const counts = new Map<string, { title: number; abstract: number }>();
  countInto(counts, title.tokens, 'title');
  countInto(counts, abstract.tokens, 'abstract');
  return counts;
});

function countInto(
  counts: Map<string, { title: number; abstract: number }>,
  tokens: readonly Token[],
  field: keyof Count,
): void {
  for (const { stem } of tokens) {
    const count = counts.get(stem);
    if (count !== undefined) count[field] += 1;
    else counts.set(stem, { title: 0, abstract: 0, [field]: 1 });
  }
}

/** Whether a paper can meet a query by the words of its title and abstract. What asks for anything else can be met. */
export function canMeet(query: CandidateQuery, counts: StemCounts): boolean {
  switch (query.kind) {
    case 'anything':
      return true;
    case 'all':
      return query.queries.every((part) => canMeet(part, counts));
    case 'any':
      return query.queries.some((part) => canMeet(part, counts));
    default: {
      const { field, tokens, isPrefix } = query;
      if (field !== 'any' && field !== 'title' && field !== 'abstract') return true;
      return (isPrefix ? tokens.slice(0, -1) : tokens).every((token) => counts.has(token));
    }
  }
}

import { saying } from '../../language/saying.ts';
import { readChoice } from '../language/term-text.ts';
import type { HasTerm } from '../topic.ts';
import { createFactOperator } from './fact.ts';
import { fact } from './facts.ts';

const parts: readonly { readonly names: readonly [HasTerm['part'], ...string[]] }[] = [
  { names: ['code', 'github'] },
  { names: ['pdf'] },
  { names: ['doi'] },
];

/** How the messages name a part. */
const shownAs = (part: HasTerm['part']) => (part === 'code' ? 'other' : part);

/** `has:code`: what comes with the paper. */
export const hasOperator = createFactOperator<HasTerm>({
  field: {
    names: ['has'],
    takes: saying('syntax.takesPart'),
    read: (typed) => readChoice(typed, parts, 'has', (part) => ({ kind: 'has', part })),
  },
  value: ({ part }) => part,
  // Every preprint has a PDF.
  isWide: ({ part }) => part === 'pdf',
  facts: ({ part }) => [fact.has(part)],
  explain: ({ part }) => saying('reasons.with', { part: shownAs(part) }),
  explainMiss: ({ part }) => saying('reasons.without', { part: shownAs(part) }),
});

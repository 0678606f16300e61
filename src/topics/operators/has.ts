import { readChoice } from '../language/term-text.ts';
import type { HasTerm } from '../topic.ts';
import { createFactOperator } from './fact.ts';
import { fact } from './facts.ts';

const parts: readonly { readonly names: readonly [HasTerm['part'], ...string[]]; readonly shown: string }[] = [
  { names: ['code', 'github'], shown: 'code' },
  { names: ['pdf'], shown: 'a PDF' },
  { names: ['doi'], shown: 'a DOI' },
];

const shown = (part: HasTerm['part']): string => parts.find(({ names }) => names[0] === part)?.shown ?? part;

/** `has:code`: what comes with the paper. */
export const hasOperator = createFactOperator<HasTerm>({
  field: {
    names: ['has'],
    takes: 'code, pdf or doi',
    read: (typed) => readChoice(typed, parts, 'has', (part) => ({ kind: 'has', part })),
  },
  value: ({ part }) => part,
  // Every preprint has a PDF.
  isWide: ({ part }) => part === 'pdf',
  facts: ({ part }) => [fact.has(part)],
  explain: ({ part }) => `with ${shown(part)}`,
  explainMiss: ({ part }) => `without ${shown(part)}`,
});

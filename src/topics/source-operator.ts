import type { SourceId } from '../papers/paper.ts';
import { createFactOperator } from './fact-operator.ts';
import { fact } from './facts.ts';
import type { SourceTerm } from './topic.ts';
import { readChoice } from './writing.ts';

/** The sources that can be asked for, with all names that each goes by; the first is canonical and the source's id. */
const sources: readonly { readonly names: readonly [SourceId, ...string[]]; readonly shown: string }[] = [
  { names: ['arxiv'], shown: 'arXiv' },
  { names: ['huggingface', 'hf', 'hugging-face', 'daily', 'daily-papers'], shown: 'Hugging Face' },
  { names: ['biorxiv'], shown: 'bioRxiv' },
  { names: ['medrxiv'], shown: 'medRxiv' },
  { names: ['crossref', 'journals', 'journal'], shown: 'a journal' },
];

const shown = (id: SourceId): string => sources.find(({ names }) => names[0] === id)?.shown ?? id;

/** `source:hf`: listed there. */
export const sourceOperator = createFactOperator<SourceTerm>({
  field: {
    names: ['source'],
    takes: 'a source: arxiv, huggingface, biorxiv, medrxiv or crossref',
    read: (typed) => readChoice(typed, sources, 'source', (source) => ({ kind: 'source', source })),
  },
  value: ({ source }) => source,
  // Nearly every paper is announced by arXiv.
  isWide: ({ source }) => source === 'arxiv',
  facts: ({ source }) => [fact.source(source)],
  explain: ({ source }) => `listed by ${shown(source)}`,
  explainMiss: ({ source }) => `not listed by ${shown(source)}`,
});

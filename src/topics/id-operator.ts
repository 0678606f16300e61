import { parseArxivId } from '../papers/arxiv-id.ts';
import { createFactOperator } from './fact-operator.ts';
import { fact } from './facts.ts';
import type { ReadTerm, Typed } from './operator.ts';
import type { IdTerm } from './topic.ts';
import { mention } from './writing.ts';

/** `id:2406.01234`: that paper, in any version and under any address of it. */
export const idOperator = createFactOperator<IdTerm>({
  field: { names: ['id'], takes: 'an arXiv id such as 2406.01234, or the address of a paper', read: readId },
  value: ({ id }) => id,
  isWide: () => false,
  facts: ({ id }) => [fact.id(id)],
  explain: ({ id }) => `the paper ${id}`,
  explainMiss: ({ id }) => `not the paper ${id}`,
});

function readId({ text }: Typed): ReadTerm {
  const found = parseArxivId(text);
  if (found !== null) return { ok: true, term: { kind: 'id', id: found.id } };
  const message = `${mention(text)} is no arXiv id. Write one as 2406.01234 or math/0611800, or paste a paper’s address.`;
  return { ok: false, code: 'unknown-value', message };
}

import { saying } from '../../language/saying.ts';
import { parsePaperId } from '../../papers/paper-id.ts';
import { mention, quoteIfNeeded } from '../language/term-text.ts';
import type { IdTerm } from '../topic.ts';
import { createFactOperator } from './fact.ts';
import { fact } from './facts.ts';
import type { ReadTerm, Typed } from './operator.ts';

/**
 * `id:2406.01234`, `id:10.1101/2026.01.02.123456`: this paper, in any version and under any of its ids or addresses.
 */
export const idOperator = createFactOperator<IdTerm>({
  field: {
    names: ['id'],
    takes: saying('syntax.takesId'),
    listsAlternatives: true,
    read: readId,
  },
  value: ({ id }) => quoteIfNeeded(id, cutsWords.test(id)),
  isWide: () => false,
  facts: ({ id }) => [fact.id(id)],
  explain: ({ id }) => saying('reasons.paper', { id }),
  explainMiss: ({ id }) => saying('reasons.otherPaper', { id }),
});

/** Characters of some DOIs that would end a word. */
const cutsWords = /[,;()|~]/;

function readId({ text }: Typed): ReadTerm {
  const found = parsePaperId(text);
  if (found !== null) return { ok: true, term: { kind: 'id', id: found.id } };
  return { ok: false, code: 'unknown-value', said: saying('syntax.notAnId', { typed: mention(text) }) };
}

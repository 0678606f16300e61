import type { FullText } from '../../sql/full-text.ts';
import { fieldRules, incompletePapers } from './lexemes.ts';
import { isExact } from './token-query.ts';
import { tokenVector } from './token-vector.ts';

const { title, abstract } = fieldRules;

/** From how many papers, the newest ones, words are known. Reading them takes half a second. */
const papersOfWords = 5_000;

/**
 * The full-text index of PostgreSQL: a `tsvector` of the tokens of each paper, which no configuration of PostgreSQL has
 * changed, with an index for it. Each token begins with the letter of its field, so that the index alone decides about
 * words, and vectors are read for phrases only.
 */
export const postgresFullText: FullText = {
  number: 'number',
  isExact,
  incomplete: incompletePapers,
  put: `insert into paper_search (number, tokens) values (?, cast(? as tsvector))
     on conflict (number) do update set tokens = excluded.tokens`,
  rowOf: (paperNumber, tokens) => [paperNumber, tokenVector(tokens)],
  filling: { begin: null, tidy: null, end: null },
  words: {
    prepare: null,
    find: `select substr(word, 2) as term, sum(ndoc) as count
     from ts_stat('select tokens from paper_search order by number desc limit ${papersOfWords}', 'ab')
     where left(word, 2) in ('${title.letter}' || cast(:first as text), '${abstract.letter}' || cast(:first as text))
     group by 1`,
  },
};

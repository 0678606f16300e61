import { tokensIn } from '../../../topics/matching/candidate-terms.ts';
import type { FullText } from '../../sql/full-text.ts';
import { fieldRules, incompleteFact } from './lexemes.ts';
import { rankingWords } from './ranking-words.ts';
import { isExact, tokenQuery } from './token-query.ts';
import { tokenVector } from './token-vector.ts';

const { title, abstract } = fieldRules;

/** The weights of D, C, B and A for `ts_rank`: a word in the title counts eight times as much as one in the abstract. */
const weights = `'{0, 0, 0.125, 1}'`;
/** The rank of a word, beside which further places of the word add less and less, as in bm25. */
const halfRank = 0.0456;

/** From how many papers, the newest ones, words are known. Reading them takes half a second. */
const papersOfWords = 5_000;

/**
 * The full-text index of PostgreSQL: a `tsvector` of the tokens of each paper, which no configuration of PostgreSQL has
 * changed, with an index for it. Each token begins with the letter of its field, so that the index alone decides about
 * words, and vectors are read for phrases only.
 */
export const postgresFullText: FullText = {
  number: 'number',
  // The sum keeps PostgreSQL from reading all vectors from a number on, which takes eight microseconds for each.
  boundedNumber: '(paper_search.number + 0)',
  isFound: 'paper_search.tokens @@ cast(:query as tsquery)',
  // Concatenation unpacks the vector once for all words.
  score: `(select coalesce(-sum(
       case when unpacked.tokens @@ word.query
         then word.rarity * ts_rank(${weights}, unpacked.tokens, word.token)
           / (ts_rank(${weights}, unpacked.tokens, word.token) + ${halfRank}) end), 0)
     from (select paper_search.tokens || '' as tokens offset 0) as unpacked,
       json_to_recordset(cast(:words as json)) as word (query tsquery, token tsquery, rarity double precision))`,
  // It takes 12 microseconds for each, and some more for each further word.
  rankedAtMost: 40_000,
  // Compiling a statement takes longer than most searches, and planning it does not. PostgreSQL takes a vector to be read as
  // fast as a number, and would rather read all of them than the index. A common word is in many rows.
  beginSearch: `select set_config('jit', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true),
     set_config('enable_seqscan', 'off', true), set_config('work_mem', '16MB', true)`,
  parametersOf: (query) => ({ query: tokenQuery(query), words: JSON.stringify(rankingWords(query)) }),
  // Otherwise it would be planned for a few rows, and PostgreSQL would read the whole table until it finds one.
  anyOf: (query) => `with found as materialized (${query}) select number from found limit 1`,
  isExact,
  incomplete: tokensIn('facts', [incompleteFact]),
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

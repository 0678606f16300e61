import type { PaperQuery } from '../../rules/search/paper-query.ts';
import type { Connection } from '../../sql/connection.ts';
import { inFields } from './field-queries.ts';
import type { PaperLists } from './paper-lists.ts';
import type { PaperRange } from './paper-set.ts';
import { type RankingWord, rankingWords } from './ranking-words.ts';
import { tokenQuery } from './token-query.ts';

/** The weights of D, C, B and A for `ts_rank`: a word in the title counts eight times as much as one in the abstract. */
const weights = `'{0, 0, 0.125, 1}'`;
/** The rank of a word, beside which further places of the word add less and less, as in bm25. */
const halfRank = 0.0456;
/** What a word adds that stands once in the title, or once in the abstract, as a share of its rarity. */
const shares = { title: 0.93, abstract: 0.62 };

/**
 * In how many papers words are counted: `times` as many as are wanted, and no more than `atMost`. Counting takes ten
 * microseconds for each, because each vector has to be fetched.
 */
const counted = { times: 10, atMost: 300 };

/**
 * Ranks found papers, the best first. The lists tell which words of the query are in the title and in the abstract of each
 * paper. By that alone, the best are chosen whose words are then counted.
 */
export function paperRanker(db: Connection, lists: PaperLists) {
  const count = wordCounter(db);
  /** @param numbers the newest first, and they stay so where they are equal */
  return async (query: PaperQuery, numbers: Int32Array, limit: number): Promise<readonly number[]> => {
    const words = rankingWords(query);
    if (words.length === 0) return [...numbers.subarray(0, limit)];
    const readAtMost = Math.min(counted.atMost, counted.times * limit);
    const best = numbers.length <= readAtMost ? numbers : await bestByLists(query, words, numbers, lists);
    const first = await count(words, best.subarray(0, readAtMost));
    return [...first, ...best.subarray(readAtMost, Math.max(limit, readAtMost))].slice(0, limit);
  };
}

/** Sorts papers by how often the words stand in their titles and abstracts. */
function wordCounter(db: Connection) {
  // Concatenation unpacks the vector once for all words.
  const sorted = db
    .prepare<{ readonly numbers: string; readonly words: string }, number>(
      `with word as materialized (
         select * from json_to_recordset(cast(:words as json)) as word (query tsquery, token tsquery, rarity double precision))
       select found.value
       from ${db.dialect.numbers(':numbers')} as found join paper_search on paper_search.number = found.value
       order by (
         select coalesce(-sum(word.rarity * place.rank / (place.rank + ${halfRank})), 0)
         from (select paper_search.tokens || '' as tokens offset 0) as own, word,
           lateral (select ts_rank(${weights}, own.tokens, word.token) as rank offset 0) as place
         where own.tokens @@ word.query), found.value desc`,
    )
    .pluck();
  return async (words: readonly RankingWord[], numbers: Int32Array): Promise<readonly number[]> => {
    if (numbers.length === 0) return [];
    const given = words.map(({ query, token, rarity }) => ({
      query: query.toWellFormed(),
      token: token.toWellFormed(),
      rarity,
    }));
    return await sorted.all({ numbers: `[${numbers.join(',')}]`, words: JSON.stringify(given) });
  };
}

/** Sorts papers by the fields that the words stand in. */
async function bestByLists(
  query: PaperQuery,
  words: readonly RankingWord[],
  numbers: Int32Array,
  lists: PaperLists,
): Promise<Int32Array> {
  const fields = words.map(({ term, rarity }) => ({ rarity, terms: fieldTerms(term, query) }));
  const listOf = await lists.read(fields.flatMap(({ terms }) => terms.map(({ text }) => text)));
  const range = await lists.range();
  const scores = new Float32Array(range.size);
  for (const { rarity, terms } of fields) {
    const isInTitle = new Uint8Array(range.size);
    for (const { text, field } of terms) {
      for (const number of listOf(text)) {
        const place = number - range.lowest;
        if (place < 0 || isInTitle[place] === 1) continue;
        if (field === 'title') isInTitle[place] = 1;
        scores[place] = (scores[place] as number) + rarity * shares[field];
      }
    }
  }
  return highestFirst(numbers, scores, range);
}

/** Sorts papers by their scores. There are few different ones: one for each set of words. */
function highestFirst(numbers: Int32Array, scores: Float32Array, { lowest }: PaperRange): Int32Array {
  const groups = new Map<number, number[]>();
  for (const number of numbers) {
    const score = scores[number - lowest] as number;
    const group = groups.get(score);
    if (group === undefined) groups.set(score, [number]);
    else group.push(number);
  }
  return Int32Array.from([...groups].sort(([one], [other]) => other - one).flatMap(([, group]) => group));
}

interface FieldTerm {
  readonly text: string;
  readonly field: keyof typeof shares;
}

/**
 * A word in each of its fields, the title first. Where papers must have all of several words, few papers do, and the lists
 * are those of these papers alone. Otherwise the lists are known already.
 */
function fieldTerms(term: RankingWord['term'], asked: PaperQuery): readonly FieldTerm[] {
  const query = inFields(term);
  const terms = query.kind === 'any' ? query.queries : [query];
  return terms.flatMap((one) =>
    one.kind === 'term' && (one.field === 'title' || one.field === 'abstract')
      ? [{ text: tokenQuery(asked.kind === 'all' ? { kind: 'all', queries: [one, asked] } : one), field: one.field }]
      : [],
  );
}

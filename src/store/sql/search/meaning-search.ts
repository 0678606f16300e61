import { scorePaper } from '../../../meaning/meaning-query.ts';
import { cosineOf, countPaperWords } from '../../../meaning/paper-meaning.ts';
import type { Paper } from '../../../papers/paper.ts';
import type { LocalDate } from '../../../time.ts';
import { anyOfQueries, type CandidateQuery, runIn } from '../../../topics/matching/candidate-terms.ts';
import { type PaperText, readPaper } from '../../../topics/matching/paper-text.ts';
import { rarityOf } from '../../../topics/words/rarity-table.ts';
import type { PaperAbout } from '../../vectors.ts';
import type { Connection } from '../connection.ts';
import { firstOfEach } from '../tables/match-keys.ts';
import { paperIdTable } from '../tables/paper-ids.ts';
import { vectorLength } from '../tables/paper-vectors.ts';
import { paperDates } from './paper-dates.ts';
import type { AboutRequest, SimilarRequest } from './search-calls.ts';
import type { SearchTools } from './search-tools.ts';

/** How many papers are compared in full, found by vectors and found by words. Each takes 0.2 ms. */
const compared = { byVectors: 32, byWords: 16 };
/** Papers are looked for by the most telling words of a text. */
const wordsLookedFor = 6;
/** More frequent words would be found in too many papers to be telling. */
const leastRarity = 3;

/** Finds papers of like meaning: by their vectors and by rare words first, and then by both together. */
export function meaningSearcher(db: Connection, { find, papers, duplicatesOf, vectors }: SearchTools) {
  const dates = paperDates(db);
  const { numberOf } = paperIdTable(db);

  /** Papers with the first of these words that are telling, the best first. */
  async function findByWords(stems: readonly string[], limit: number, since?: LocalDate): Promise<readonly number[]> {
    const telling = stems.filter((stem) => rarityOf(stem) >= leastRarity).slice(0, wordsLookedFor);
    const query: CandidateQuery = anyOfQueries(telling.map((stem) => runIn('any', [stem])));
    if (telling.length === 0 || query.kind === 'anything') return [];
    return await find.ranked({ query, upvotes: null }, since, limit);
  }

  /** The papers whose vectors are nearest to a direction. */
  async function findByVectors(
    direction: ArrayLike<number>,
    limit: number,
    since: LocalDate | undefined,
  ): Promise<readonly number[]> {
    if (since === undefined) return await vectors.nearest(direction, limit);
    const from = await dates.lowest(since);
    if (from === null) return [];
    // Most papers from that number on are of that day or later, so that mostly the first round suffices.
    for (let asked = 2 * limit; ; asked *= 4) {
      const near = await vectors.nearest(direction, asked, { from, has: () => true });
      const recent = await dates.since(since, near);
      if (recent.length >= limit || near.length < asked) return recent.slice(0, limit);
    }
  }

  /** How like each of the papers is to one paper: the cosine of their vectors, and that of their words. */
  async function compare(own: Own, candidates: readonly number[]): Promise<readonly number[]> {
    const { vector, words } = own;
    const others = await vectors.vectorsOf(vector === null ? [] : candidates);
    const scores = new Map<number, number>();
    for await (const { number: candidate, text } of papers.textsOf(candidates)) {
      const other = others.get(candidate);
      const byVectors = vector === null || other === undefined ? 0 : cosineOf(vector, other);
      scores.set(candidate, byVectors + cosineOfWords(words, weighWords(text)));
    }
    return bestOf(scores);
  }

  async function similarPapers({ paper: id, limit }: SimilarRequest): Promise<readonly Paper[] | null> {
    const number = await numberOf(id);
    const paper = number === null ? undefined : (await papers.read([number]))[0];
    if (number === null || paper === undefined) return null;
    const words = weighWords(readPaper(paper));
    const vector = await vectors.vectorOf(number);
    const near = vector === null ? [] : await vectors.nearest(vector, compared.byVectors);
    const candidates = new Set([...near, ...(await findByWords(bestOf(words), compared.byWords))]);
    const same = (await duplicatesOf([number])).get(number) ?? [];
    for (const other of [number, ...same.map((duplicate) => duplicate.number)]) candidates.delete(other);
    const best = await compare({ vector, words }, [...candidates]);
    return await papers.read(firstOfEach(best, await duplicatesOf(best)).slice(0, limit));
  }

  async function papersAbout({ query, version, limit, since }: AboutRequest): Promise<readonly PaperAbout[]> {
    const areComparable = await vectors.areOf(version);
    const near = areComparable ? await findByVectors(query.vector, limit, since) : [];
    const stems = new Map(query.words.map(({ stem }) => [stem, rarityOf(stem)]));
    const numbers = [...new Set([...near, ...(await findByWords(bestOf(stems), compared.byWords, since))])];
    const known = await vectors.vectorsOf(areComparable ? numbers : []);
    const scores = new Map<number, number>();
    for await (const { number, text } of papers.textsOf(numbers)) {
      const vector = known.get(number) ?? new Int8Array(vectorLength);
      const counted = countPaperWords({ title: stemsOf(text.title), abstract: stemsOf(text.abstract) });
      scores.set(number, scorePaper(query, { ...counted, vector }));
    }
    const best = bestOf(scores);
    const listed = firstOfEach(best, await duplicatesOf(best)).slice(0, limit);
    return (await papers.read(listed)).map((paper, index) => ({ paper, score: scores.get(listed[index] ?? 0) ?? 0 }));
  }

  return { similarPapers, papersAbout };
}

/** The weights of a paper's words, by their stems. */
type Words = ReadonlyMap<string, number>;

/** What other papers are compared with. */
interface Own {
  readonly vector: Int8Array | null;
  readonly words: Words;
}

/** The keys with the largest values first. */
const bestOf = <Key>(values: ReadonlyMap<Key, number>): readonly Key[] =>
  [...values].sort(([, one], [, other]) => other - one).map(([key]) => key);

const stemsOf = ({ tokens }: PaperText['title']): readonly string[] => tokens.map(({ stem }) => stem);

/** The words of a paper with their weights: rare ones more, repeated ones a little more. */
function weighWords({ title, abstract }: PaperText): Words {
  const counts = new Map<string, number>();
  for (const { stem } of [...title.tokens, ...abstract.tokens]) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return new Map([...counts].map(([stem, count]) => [stem, (1 + Math.log(count)) * rarityOf(stem)]));
}

function cosineOfWords(one: Words, other: Words): number {
  let both = 0;
  for (const [stem, weight] of one) both += weight * (other.get(stem) ?? 0);
  return both === 0 ? 0 : both / Math.sqrt(squares(one) * squares(other));
}

const squares = (weights: Words): number => [...weights.values()].reduce((sum, weight) => sum + weight * weight, 0);

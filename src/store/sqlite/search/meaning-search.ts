import { scorePaper } from '../../../meaning/meaning-query.ts';
import { cosineOf, countPaperWords } from '../../../meaning/paper-meaning.ts';
import type { Paper } from '../../../papers/paper.ts';
import type { LocalDate } from '../../../time.ts';
import { anyOfQueries, type CandidateQuery, runIn } from '../../../topics/matching/candidate-terms.ts';
import type { PaperText } from '../../../topics/matching/paper-text.ts';
import { rarityOf } from '../../../topics/words/rarity-table.ts';
import type { PaperAbout } from '../../vectors.ts';
import type { Database } from '../file/database.ts';
import { type DuplicateReader, firstOfEach } from '../tables/match-keys.ts';
import { paperIdTable } from '../tables/paper-ids.ts';
import type { PaperReader } from '../tables/paper-reader.ts';
import { vectorLength, vectorReader } from '../tables/paper-vectors.ts';
import type { CandidateFinder } from './candidates.ts';
import { paperDates } from './paper-dates.ts';
import type { AboutRequest, SimilarRequest } from './search-calls.ts';

/** How many papers are compared in full, found by vectors and found by words. Each takes 0.2 ms. */
const compared = { byVectors: 32, byWords: 16 };
/** Papers are looked for by the most telling words of a text. */
const wordsLookedFor = 6;
/** More frequent words would be found in too many papers to be telling. */
const leastRarity = 3;

/** Finds papers of like meaning: by their vectors and by rare words first, and then by both together. */
export function meaningSearcher(
  db: Database,
  find: CandidateFinder,
  papers: PaperReader,
  duplicatesOf: DuplicateReader,
) {
  const vectors = vectorReader(db);
  const dates = paperDates(db);
  const { numberOf } = paperIdTable(db);

  /** Papers with the first of these words that are telling, the best first. */
  function findByWords(stems: readonly string[], limit: number, since?: LocalDate): readonly number[] {
    const telling = stems.filter((stem) => rarityOf(stem) >= leastRarity).slice(0, wordsLookedFor);
    const query: CandidateQuery = anyOfQueries(telling.map((stem) => runIn('any', [stem])));
    if (telling.length === 0 || query.kind === 'anything') return [];
    return find.ranked({ query, upvotes: null }, since, limit);
  }

  /** The papers whose vectors are nearest to a direction. */
  function findByVectors(direction: ArrayLike<number>, limit: number, since: LocalDate | undefined): readonly number[] {
    if (since === undefined) return vectors.nearest(direction, limit);
    const from = dates.lowest(since);
    if (from === null) return [];
    return vectors.nearest(direction, limit, { from, has: (number) => dates.has(number, since) });
  }

  /** How like each of the papers is to one paper: the cosine of their vectors, and that of their words. */
  function compare(number: number, words: Words, candidates: Iterable<number>): readonly number[] {
    const vector = vectors.vectorOf(number);
    const scores = new Map<number, number>();
    for (const { number: candidate, text } of papers.textsOf([...candidates])) {
      const other = vector === null ? null : vectors.vectorOf(candidate);
      const byVectors = vector === null || other === null ? 0 : cosineOf(vector, other);
      scores.set(candidate, byVectors + cosineOfWords(words, weighWords(text)));
    }
    return bestOf(scores);
  }

  function similarPapers({ paper: id, limit }: SimilarRequest): readonly Paper[] | null {
    const number = numberOf(id);
    if (number === null) return null;
    const [own] = papers.textsOf([number]);
    if (own === undefined) return null;
    const words = weighWords(own.text);
    const vector = vectors.vectorOf(number);
    const near = vector === null ? [] : vectors.nearest(vector, compared.byVectors);
    const candidates = new Set([...near, ...findByWords(bestOf(words), compared.byWords)]);
    const same = duplicatesOf([number]).get(number) ?? [];
    for (const other of [number, ...same.map((duplicate) => duplicate.number)]) candidates.delete(other);
    const best = compare(number, words, candidates);
    return papers.read(firstOfEach(best, duplicatesOf(best)).slice(0, limit));
  }

  function papersAbout({ query, version, limit, since }: AboutRequest): readonly PaperAbout[] {
    const areComparable = vectors.areOf(version);
    const near = areComparable ? findByVectors(query.vector, limit, since) : [];
    const stems = new Map(query.words.map(({ stem }) => [stem, rarityOf(stem)]));
    const numbers = new Set([...near, ...findByWords(bestOf(stems), compared.byWords, since)]);
    const scores = new Map<number, number>();
    for (const { number, text } of papers.textsOf([...numbers])) {
      const vector = (areComparable ? vectors.vectorOf(number) : null) ?? new Int8Array(vectorLength);
      const counted = countPaperWords({ title: stemsOf(text.title), abstract: stemsOf(text.abstract) });
      scores.set(number, scorePaper(query, { ...counted, vector }));
    }
    const best = bestOf(scores);
    const listed = firstOfEach(best, duplicatesOf(best)).slice(0, limit);
    return papers.read(listed).map((paper, index) => ({ paper, score: scores.get(listed[index] ?? 0) ?? 0 }));
  }

  return { similarPapers, papersAbout };
}

/** The weights of a paper's words, by their stems. */
type Words = ReadonlyMap<string, number>;

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

import type { PaperText } from '../matching/paper-text.ts';
import type { Reason } from '../operators/operator.ts';
import { operatorOf } from '../operators/registry.ts';
import type { Term, Topic } from '../topic.ts';
import { isWordTerm } from '../topic.ts';
import type { Token } from '../words/tokens.ts';
import { type RankedTerm, type RankedTerms, rankedTerms } from './ranked-terms.ts';
import { type Count, canMeet, countOf, stemCounts } from './stem-counts.ts';

/**
 * The constants of BM25F. A word in the title counts as often as `title` says. Long texts count less: `titleLength` and
 * `abstractLength` say how much. The third time says less than the first: `saturation`. The lengths are those of arXiv.
 * `npm run bench -- ranking` measures what they give.
 *
 * A score by meaning has another BM25 (`meaning/word-match.ts`): there, words are a share of what they could give, beside
 * vectors, and here they decide alone.
 */
const constants = {
  title: 8,
  saturation: 2,
  titleLength: { share: 0.75, average: 10.5 },
  abstractLength: { share: 0.3, average: 161.6 },
} as const;

/** How much a paper loses that has only some of the words: the power of the share that it has. */
const coordination = 0.5;
/** The relevance of a paper that matches by nothing that can be weighed. */
const base = 1;
/** An author in question is as telling as a word of this rarity in the title. */
const authorRarity = 8;
const category = { primary: 1, other: 0.75 } as const;
const fact = 1;
/** A score by meaning that few papers exceed. Scores are about as large as the weights of words. */
const highestScore = 20;

/**
 * How relevant a paper is to a topic: the higher, the more. It is above 0, and only numbers of the same topic can be
 * compared. It depends on nothing but the topic, the paper and the tables that are shipped, of rare words and of word
 * vectors, so it is the same everywhere.
 *
 * It is BM25F over title and abstract: rare words count more, and so do words in the title and repeated words. Two words
 * that stand next to each other in the topic and in the paper count once more. A paper that has only some of the words
 * counts less. Authors and facts add constants, and a sentence after `about:` adds its score.
 */
export function relevance(topic: Topic, paper: PaperText): number {
  const ranked = rankedTerms(topic);
  const counts = countTerms(ranked, paper);
  let [words, matched, facts] = [0, 0, 0];
  for (let number = 0; number < ranked.terms.length; number += 1) {
    const { term, weight } = ranked.terms[number] as RankedTerm;
    const count = counts[number];
    if (count === undefined) continue;
    if (isWordTerm(term)) {
      words += weight * saturate(count, paper);
      matched += weight;
    } else facts += weightOfFact(term, paper);
  }
  for (const { first, second, weight } of ranked.pairs) {
    if (counts[first] !== undefined && counts[second] !== undefined)
      words += weight * saturate(countPairs(ranked.terms[first], ranked.terms[second], paper), paper);
  }
  const share = ranked.weight === 0 ? 1 : matched / ranked.weight;
  return base + words * share ** coordination + facts;
}

/** Whether the topic asks for words. Otherwise the relevance of its papers says little. */
export const hasWords = (topic: Topic): boolean => rankedTerms(topic).weight > 0;

/**
 * The relevance of a paper that has all terms of the topic once in a title of average length, next to each other. Shares
 * of it can be compared between topics.
 */
export function bestRelevance(topic: Topic): number {
  const { terms, pairs, weight } = rankedTerms(topic);
  const once = saturated(constants.title);
  const both = weight + pairs.reduce((sum, pair) => sum + pair.weight, 0);
  const facts = terms.reduce((sum, { term }) => sum + (isWordTerm(term) ? 0 : mostOfFact(term)), 0);
  return base + both * once + facts;
}

/** From 0 to below `saturation + 1`. */
function saturate({ title, abstract }: Count, paper: PaperText): number {
  const inTitle = title === 0 ? 0 : title / lengthFactor(constants.titleLength, paper.title.tokens.length);
  const inAbstract =
    abstract === 0 ? 0 : abstract / lengthFactor(constants.abstractLength, paper.abstract.tokens.length);
  return saturated(constants.title * inTitle + inAbstract);
}

const saturated = (times: number): number => (times * (constants.saturation + 1)) / (times + constants.saturation);

const lengthFactor = ({ share, average }: { share: number; average: number }, length: number): number =>
  1 - share + (share * length) / average;

/** How often each term is in the paper; undefined for a term that is not. */
function countTerms({ terms }: RankedTerms, paper: PaperText): readonly (Count | undefined)[] {
  const stems = stemCounts(paper);
  return terms.map(({ term, stem, required }) => {
    const single = stem === null ? undefined : countOf(stem, stems);
    return single ?? (canMeet(required, stems) ? countReasons(term, paper) : undefined);
  });
}

/** How often a term of any kind is met. Comments and everything beside the texts count as one place in the abstract. */
function countReasons(term: Term, paper: PaperText): Count | undefined {
  // The registry gives each kind of term its own operator, which the union type does not express.
  const operator = operatorOf<Term>(term);
  if (!operator.holds(term as never, paper)) return undefined;
  let [title, abstract] = [0, 0];
  for (const reason of operator.find(term as never, paper) as readonly Reason[]) {
    const places = 'places' in reason ? reason.places.length : 1;
    if (reason.field === 'title') title += places;
    else abstract += places;
  }
  return { title, abstract };
}

/** How often the two words stand next to each other, in the order of the topic. */
const countPairs = (first: RankedTerm | undefined, second: RankedTerm | undefined, { title, abstract }: PaperText) => ({
  title: countNeighbours(first?.stem, second?.stem, title.tokens),
  abstract: countNeighbours(first?.stem, second?.stem, abstract.tokens),
});

function countNeighbours(
  first: string | null | undefined,
  second: string | null | undefined,
  tokens: readonly Token[],
) {
  let count = 0;
  for (let at = 1; at < tokens.length; at += 1)
    if (tokens[at]?.stem === second && tokens[at - 1]?.stem === first) count += 1;
  return count;
}

function weightOfFact(term: Term, paper: PaperText): number {
  if (term.kind === 'about') return Math.max(0, term.subject.score(paper.meaningBy(term.subject.table)));
  if (term.kind !== 'category') return mostOfFact(term);
  const primary = { kind: 'primary', category: term.category } as const;
  return operatorOf(primary).holds(primary, paper) ? category.primary : category.other;
}

function mostOfFact({ kind }: Term): number {
  if (kind === 'author') return authorRarity * saturated(constants.title);
  if (kind === 'about') return highestScore;
  return kind === 'category' ? category.primary : fact;
}

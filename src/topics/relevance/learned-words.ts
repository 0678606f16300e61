import { isContentWord } from '../../meaning/function-words.ts';
import type { FieldText, PaperText } from '../matching/paper-text.ts';
import type { Topic } from '../topic.ts';
import { rarityOf } from '../words/rarity-table.ts';
import { topicStems } from './ranked-terms.ts';

/** A paper of a topic that people marked. */
export interface MarkedText {
  readonly text: PaperText;
  /** How many people want more papers like it. */
  readonly more: number;
  /** How many people want fewer. */
  readonly less: number;
}

/** What the marks of a topic say about its papers. */
export interface LearnedWords {
  /** How many marks it comes from. */
  readonly marks: number;
  /** Stems with their weights, the heaviest first. A weight above 0 raises the papers that have the word. */
  readonly words: ReadonlyMap<string, number>;
}

/**
 * The constants of the model, which is Rocchio's (1971). `npm run bench -- relevance` measures what they give
 * (docs/adr/0072-marks-move-papers.md).
 */
const constants = {
  /** How many marks of no effect are counted on each side, so that the first marks move little. */
  shrinkage: 2,
  /** How much a mark for less counts, as a share of one for more: what people do not want is more varied. */
  less: 0.25,
  strength: 10,
  /** The natural logarithm of the most that marks can raise or lower a paper: about 7 times. */
  most: 2,
  /** How often a word of the title counts. */
  title: 2,
  /** Words of about every fifth paper say nothing. */
  leastRarity: 1.5,
  /** Further words hardly change the order. */
  words: 100,
} as const;

/**
 * Learns from marked papers which words the wanted papers of a topic have, beside those of the topic itself. The same
 * marks always give the same words.
 * @returns null if there are no marks, or if they say nothing
 */
export function learnWords(topic: Topic, marked: readonly MarkedText[]): LearnedWords | null {
  const sum = new Map<string, number>();
  for (const sign of [1, -1] as const) addSide(sum, sign, topic, marked);
  if (sum.size === 0) return null;
  const heaviest = [...sum].sort(
    ([one, weight], [other, otherWeight]) => Math.abs(otherWeight) - Math.abs(weight) || (one < other ? -1 : 1),
  );
  const marks = marked.reduce((total, { more, less }) => total + more + less, 0);
  return { marks, words: new Map(heaviest.slice(0, constants.words)) };
}

/** Adds the mean of the papers that most people want more of, or subtracts that of the others. */
function addSide(sum: Map<string, number>, sign: 1 | -1, topic: Topic, marked: readonly MarkedText[]): void {
  const side = marked.map(({ text, more, less }) => ({ text, votes: sign * (more - less) }));
  const ofSide = side.filter(({ votes }) => votes > 0);
  const all = ofSide.reduce<number>((total, { votes }) => total + votes, constants.shrinkage);
  const share = sign < 0 ? -constants.less : 1;
  for (const { text, votes } of ofSide) {
    for (const [stem, weight] of tellingWords(topic, text))
      sum.set(stem, (sum.get(stem) ?? 0) + (share * votes * weight) / all);
  }
}

/** How many times marks raise a paper of the topic. Below 1, they lower it. */
export function raiseOf({ words }: LearnedWords, topic: Topic, text: PaperText): number {
  let likeness = 0;
  for (const [stem, weight] of tellingWords(topic, text)) likeness += weight * (words.get(stem) ?? 0);
  return Math.exp(constants.most * Math.tanh((constants.strength * likeness) / constants.most));
}

/** The words that can tell papers of the topic apart, with weights whose squares add up to 1. */
function tellingWords(topic: Topic, { title, abstract }: PaperText): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  count(counts, title, constants.title);
  count(counts, abstract, 1);
  const own = topicStems(topic);
  let squares = 0;
  for (const [stem, times] of counts) {
    const rarity = rarityOf(stem);
    if (rarity < constants.leastRarity || own.has(stem) || !isContentWord(stem)) {
      counts.delete(stem);
      continue;
    }
    const weight = (1 + Math.log(times)) * rarity;
    counts.set(stem, weight);
    squares += weight * weight;
  }
  for (const [stem, weight] of counts) counts.set(stem, weight / Math.sqrt(squares));
  return counts;
}

function count(counts: Map<string, number>, { tokens }: FieldText, times: number): void {
  for (const { stem } of tokens) counts.set(stem, (counts.get(stem) ?? 0) + times);
}

import { readLexemes } from '../language/lexer.ts';
import { strictnessRange } from '../matching/strictness.ts';
import type { AboutTerm, Topic, TopicNode } from '../topic.ts';
import { withInstead } from './rewriting.ts';

/**
 * How many papers a topic may bring, for people to choose from. Ascending.
 * @internal
 */
export const volumes = [
  { perDay: 1 / 7, name: '1 a week' },
  { perDay: 3 / 7, name: '3 a week' },
  { perDay: 1, name: '1 a day' },
  { perDay: 3, name: '3 a day' },
  { perDay: 5, name: '5 a day' },
  { perDay: 10, name: '10 a day' },
] as const;

type Volume = (typeof volumes)[number];

/** What most channels want to read of one topic. */
const usualPerDay = 3;

/** The only sentence of a topic, if every paper must be about it. Its strictness decides how many papers come. */
export function sentenceOf({ root }: Topic): AboutTerm | null {
  const parts = root.kind === 'all' ? root.nodes : [root];
  const [sentence, ...others] = parts.filter((part) => part.kind === 'about');
  const isOnly = others.length === 0 && parts.every((part) => part === sentence || !hasSentence(part));
  return sentence !== undefined && isOnly ? sentence : null;
}

/** Whether the topic asks for a meaning anywhere, also in what it excludes. */
export function hasSentence(node: TopicNode): boolean {
  switch (node.kind) {
    case 'all':
    case 'any':
      return node.nodes.some(hasSentence);
    case 'not':
      return hasSentence(node.node);
    default:
      return node.kind === 'about';
  }
}

/** Whether somebody wrote how strict the sentence is, as in `about:"graphs"~8`. */
export function isStrictnessTyped({ text }: Topic): boolean {
  const lexemes = readLexemes(text);
  return lexemes.some(
    ({ distance }, at) => distance !== null && lexemes[at - 1]?.kind === 'field' && lexemes[at - 1]?.value === 'about',
  );
}

/** The topic with another strictness of its sentence. Null if it is not a topic then. */
export const withStrictness = (topic: Topic, sentence: AboutTerm, strictness: number): Topic | null =>
  withInstead(topic, sentence, { ...sentence, strictness });

/** What is known of stored papers that meet the rest of a topic. */
export interface ScoredDays {
  /** The scores of the papers for the sentence, the highest first. */
  readonly scores: readonly number[];
  readonly daysCovered: number;
}

/**
 * The strictness to begin with: the one that brings three papers a day, but not a lower one than the table's own, below
 * which papers are mostly not about the sentence.
 */
export function usualStrictness({ subject }: AboutTerm, { scores, daysCovered }: ScoredDays): number {
  const least = subject.table.defaultStrictness;
  return Math.max(least, strictnessFor(scores, Math.round(usualPerDay * daysCovered)) ?? least);
}

/** A step to fewer or more papers. */
export interface Step {
  readonly volume: Volume;
  readonly strictness: number;
}

/** The nearest volumes on both sides of a strictness. Null where stored papers give none. */
export function stepsFrom(strictness: number, { scores, daysCovered }: ScoredDays) {
  const current = countFrom(strictness, scores);
  const steps = volumes.flatMap((volume): (Step & { readonly count: number })[] => {
    const found = strictnessFor(scores, Math.round(volume.perDay * daysCovered));
    return found === null ? [] : [{ volume, strictness: found, count: countFrom(found, scores) }];
  });
  return {
    fewer: steps.findLast(({ count }) => count < current) ?? null,
    more: steps.find(({ count }) => count > current) ?? null,
  };
}

/** How many of the scores reach the strictness. */
export const countFrom = (strictness: number, scores: readonly number[]): number =>
  scores.filter((score) => score >= strictness).length;

/** The highest strictness, with two digits after the point, that this many of the scores reach. Null if there is none. */
function strictnessFor(scores: readonly number[], count: number): number | null {
  const last = count < 1 ? undefined : scores[count - 1];
  if (last === undefined || last < strictnessRange.least) return null;
  return Math.min(Math.floor(last * 100) / 100, strictnessRange.most);
}

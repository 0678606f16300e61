import type { Say } from '../../language/say.ts';
import { cutAtWord } from './escape.ts';
import { messageLimits } from './message-limits.ts';

/** `6.2 a day`, `3 a week`, `fewer than 1 a week` */
export const rateIn = (say: Say, papers: number, days: number): string =>
  rateOf(say, papers, days) ?? say('stats.rare');

/** The same, with `< 1 a week`. */
export const shortRateIn = (say: Say, papers: number, days: number): string =>
  rateOf(say, papers, days) ?? say('stats.rareShort');

function rateOf(say: Say, papers: number, days: number): string | null {
  const perDay = days === 0 ? 0 : papers / days;
  if (perDay >= 1) return say('stats.perDay', { papers: say.number(tenths(perDay)) });
  const perWeek = perDay * 7;
  return perWeek >= 1 ? say('stats.perWeek', { papers: say.number(tenths(perWeek)) }) : null;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

const labelLimit = 60;

/** A name in words: a long one is cut, so that the numbers of the others have room. */
export const nameInAlt = (label: string): string => cutAtWord(label, labelLimit);

/** The words for those who do not see a picture, as long as Discord allows. */
export const altText = (sentences: readonly string[]): string =>
  cutAtWord(sentences.filter((sentence) => sentence !== '').join(' '), messageLimits.fileDescription);

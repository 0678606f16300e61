import { type Saying, saying } from '../../../language/saying.ts';
import { mention } from '../term-text.ts';
import { begins, ends, type Found, type Habit, operand, unquoted } from './habit.ts';
import { nearInAnyCase } from './habitual-words.ts';

/** How many words may stand between, where a service does not say it: Web of Science has 15, a sentence about as many. */
const usualDistance = 15;

const anyCase = nearInAnyCase
  .replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
  .replaceAll('\\[dD]', '\\d');

const between = (operator: string): RegExp =>
  new RegExp(`${begins}(?<left>${operand})\\s+(?<mark>${operator})\\s*(?<right>${operand})?`, 'dgu');

function explainNear(found: Found): Saying {
  const [distance] = /\d+/.exec(found.part('mark')) ?? [String(usualDistance)];
  const words = [found.part('left'), found.part('right')].map(unquoted).filter((word) => word !== '');
  const meant = `"${words.length < 2 ? 'two words' : words.join(' ')}"~${distance}`;
  return saying('habits.near', { typed: mention(found.part('mark')), meant });
}

const hasSmallLetter = (typed: string): boolean => /\p{Ll}/u.test(typed);
const isFormal = (typed: string): boolean => /["*]/.test(typed);

export const proximityHabits: readonly Habit[] = [
  { pattern: between(`(?:${anyCase}|(?:O?NEAR|ADJ|PRE)\\d{1,3}|[NP]/\\d{1,3})${ends}`), explain: explainNear },
  { pattern: between('AROUND\\s?\\(\\d{1,3}\\)'), explain: explainNear },
  {
    // `N2` and `W3` are also names, so the terms beside it must show that this is an operator.
    pattern: between(`[NW]\\d{1,2}${ends}`),
    explain: (found) => (isFormal(found.part('left')) || isFormal(found.part('right')) ? explainNear(found) : null),
  },
  {
    // In a title in capitals, these are words.
    pattern: between(`(?:SAME|NEAR)${ends}`),
    explain: (found) =>
      hasSmallLetter(found.part('left')) && hasSmallLetter(found.part('right')) ? explainNear(found) : null,
  },
];

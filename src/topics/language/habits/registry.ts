import { maskPhrases } from '../signs.ts';
import { TopicSyntaxError } from '../syntax-error.ts';
import { functionHabits } from './functions.ts';
import type { Habit } from './habit.ts';
import { patternHabits } from './patterns.ts';
import { proximityHabits } from './proximity.ts';
import { signHabits } from './signs-elsewhere.ts';
import { tagHabit } from './tags.ts';

/**
 * What every habit has some of. Most topics have none of it, and are read in half the time if no habit is looked for.
 */
const anyHabit = /[[{^$%?#\\+/]|[A-Z]=|\.[.*+]|\w\(|\)[*?]|[A-Z]{3}\d|NEAR|SAME|AROUND|PUBYEAR|[NW]\d|[！-～]/u;

const habits: readonly Habit[] = [tagHabit, ...functionHabits, ...proximityHabits, ...signHabits, ...patternHabits];

/**
 * Refuses what only other services understand, such as the tags of PubMed. Without that it would be read as words, and
 * hardly any paper has these. Text in quotes is never refused.
 * @throws TopicSyntaxError that shows how to write it here
 */
export function refuseHabits(text: string): void {
  if (!anyHabit.test(text)) return;
  const open = maskPhrases(text);
  for (const { pattern, explain } of habits) {
    for (const match of open.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.['mark'] ?? [match.index, match.index + match[0].length];
      const part = (name: string): string => {
        const place = match.indices?.groups?.[name];
        return place === undefined ? '' : text.slice(...place);
      };
      const said = explain({ part, text, start, end });
      if (said !== null) throw new TopicSyntaxError('unexpected', { position: start, length: end - start }, said);
    }
  }
}

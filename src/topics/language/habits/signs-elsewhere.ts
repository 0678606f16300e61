import { saying } from '../../../language/saying.ts';
import { mention, namesCategory } from '../term-text.ts';
import { begins, ends, type Habit, operand } from './habit.ts';

/** `graph^2` */
const boostHabit: Habit = {
  // `\alpha^2` is a formula, and `Agent^2:` is the name of a method.
  pattern: new RegExp(`${begins}(?<word>\\p{L}{4,}|"\\uE000*")(?<boost>\\^\\d+(?:\\.\\d+)?)${ends}`, 'dgu'),
  explain: (found) => saying('habits.boost', { typed: mention(found.part('boost')), word: found.part('word') }),
};

/** `[2020 TO 2024]` */
const rangeHabit: Habit = {
  pattern: /(?:\p{L}+:)?[[{]\s*\S+\s+TO\s+\S+\s*[\]}]/dgu,
  explain: () => saying('habits.range'),
};

/** `2019..2024` */
const numbersHabit: Habit = {
  pattern: new RegExp(`${begins}\\d+\\.\\.\\d+${ends}`, 'dgu'),
  explain: ({ text }) => (/votes:/i.test(text) ? null : saying('habits.numbers')),
};

/** `cs.AI + cs.CV`, `graph + network` */
const plusHabit: Habit = {
  pattern: new RegExp(`${begins}(?<left>${operand})\\s+(?<mark>\\+)\\s+(?<right>${operand})`, 'dgu'),
  explain(found) {
    const [left, right] = [found.part('left'), found.part('right')];
    const areCategories = namesCategory(left) && namesCategory(right);
    return saying(areCategories ? 'habits.plusCategories' : 'habits.plus', { left, right });
  },
};

export const signHabits: readonly Habit[] = [boostHabit, rangeHabit, numbersHabit, plusHabit];

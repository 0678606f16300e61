import { mention, namesCategory } from '../term-text.ts';
import { begins, ends, type Habit, noDates, operand } from './habit.ts';

/** `graph^2` */
const boostHabit: Habit = {
  // `\alpha^2` is a formula, and `Agent^2:` is the name of a method.
  pattern: new RegExp(`${begins}(?<word>\\p{L}{4,}|"\\uE000*")(?<boost>\\^\\d+(?:\\.\\d+)?)${ends}`, 'dgu'),
  explain: (found) =>
    `${mention(found.part('boost'))} gives a term more weight elsewhere. Here all terms count alike, so write ${found.part('word')} alone.`,
};

/** `[2020 TO 2024]` */
const rangeHabit: Habit = {
  pattern: /(?:\p{L}+:)?[[{]\s*\S+\s+TO\s+\S+\s*[\]}]/dgu,
  explain: () => `A range with TO does not work here. ${noDates}`,
};

/** `2019..2024` */
const numbersHabit: Habit = {
  pattern: new RegExp(`${begins}\\d+\\.\\.\\d+${ends}`, 'dgu'),
  explain: ({ text }) =>
    /votes:/i.test(text) ? null : 'Only upvotes have a range of numbers, as in upvotes:10..50. Leave this part out.',
};

/** `cs.AI + cs.CV`, `graph + network` */
const plusHabit: Habit = {
  pattern: new RegExp(`${begins}(?<left>${operand})\\s+(?<mark>\\+)\\s+(?<right>${operand})`, 'dgu'),
  explain(found) {
    const [left, right] = [found.part('left'), found.part('right')];
    if (namesCategory(left) && namesCategory(right))
      return `A + does not join categories with blanks around it. Write cat:(${left} OR ${right}).`;
    return `A + alone does not join terms. Write ${left} ${right} for both, or ${left} OR ${right} for either.`;
  },
};

export const signHabits: readonly Habit[] = [boostHabit, rangeHabit, numbersHabit, plusHabit];

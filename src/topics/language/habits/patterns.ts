import { findCategory, isArchive } from '../../../papers/categories.ts';
import { mention } from '../term-text.ts';
import { begins, ends, type Found, type Habit } from './habit.ts';

const noPattern = (what: string): string => `${mention(what)} is a regular expression, which topics do not have.`;

/** Fewer letters begin too many words. */
const shortestPrefix = 3;

/** How to write a word of which only these letters are sure. */
function writeBeginning(letters: string): string {
  const begun = letters.replace(/[^\p{L}\p{N}]/gu, '');
  return begun.length >= shortestPrefix
    ? `Write ${begun}* for all words that begin so.`
    : 'Write the words with OR between them, as in (woman OR women).';
}

const either = (words: readonly string[]): string => `(${words.join(' OR ')})`;

/** `/diffus[ei]/`, `\bLLM\b` */
const enclosedHabits: readonly Habit[] = [
  {
    pattern: new RegExp(
      `${begins}/(?<inner>(?=[^\\s/]*[.*+?\\\\\\[\\]|^$])[^\\s/]*\\p{L}[^\\s/]*)/[gimsuy]{0,3}${ends}`,
      'dgu',
    ),
    explain: (found) => `${noPattern(`/${found.part('inner')}/`)} ${writeBeginning(firstWord(found.part('inner')))}`,
  },
  {
    pattern: /(?<word>[^\s()|"]*(?:\\[bBwWdDsS](?![a-zA-Z]|\{)|\\b(?=\p{Lu}))[^\s()|"]*)/dgu,
    // A formula has such commands, too.
    explain: (found) => (found.text.includes('$') ? null : explainEscapes(found.part('word'))),
  },
  {
    pattern: new RegExp(`${begins}(?<word>\\\\b\\p{L}+\\\\b)`, 'dgu'),
    explain: (found) => explainEscapes(found.part('word')),
  },
];

function explainEscapes(typed: string): string {
  const bare = typed.replace(/\\[bB]/g, '');
  if (/^\p{L}[\p{L}\p{N}]*$/u.test(bare)) return `${noPattern(typed)} Write =${bare} for this very word.`;
  return `${noPattern(typed)} ${writeBeginning(firstWord(bare))}`;
}

const firstWord = (pattern: string): string => /[\p{L}\p{N}]{2,}/u.exec(pattern)?.[0] ?? '';

const inCategories = /(?:cat|category|primary):\s*(?:\([^)]*)?-?$/i;

/** `diffusion.*` */
const anythingHabit: Habit = {
  pattern: new RegExp(`${begins}(?<word>(?<begun>[\\p{L}\\p{N}][\\p{L}\\p{N}-]*)?\\.[*+][^\\s()|]*)`, 'dgu'),
  explain(found) {
    const begun = found.part('begun');
    // `cs.*` is a whole archive, and the field of categories knows what else may be meant there.
    if (isArchive(begun) || findCategory(begun) !== null || inCategories.test(found.text.slice(0, found.start)))
      return null;
    return `${noPattern(found.part('word'))} ${writeBeginning(begun)}`;
  },
};

/** `[Tt]ransformer`, `gr[ae]y` */
const classHabit: Habit = {
  pattern: /(?<word>(?<before>\p{L}*)\[(?<class>\p{L}{2,4}|\p{L}-\p{L})\](?<times>[+*?]?)(?<after>\p{L}*))/dgu,
  explain(found) {
    const [before, after, kind] = [found.part('before'), found.part('after'), found.part('class')];
    const isCase = kind.toLowerCase() === kind.charAt(0).toLowerCase().repeat(2);
    // `[de]activation` is two words for one, and `[CLS]` is a name.
    if (before === '' && (after === '' || !(isCase || kind.includes('-')))) return null;
    if (kind.includes('-') || found.part('times') !== '')
      return `${noPattern(found.part('word'))} ${writeBeginning(before)}`;
    const words = [...new Set(Array.from(kind, (letter) => (before + letter + after).toLowerCase()))];
    const step = words.length > 1 ? `Write ${either(words)}.` : `Write ${words[0]}, which finds it in any case.`;
    return `${noPattern(found.part('word'))} ${step}`;
  },
};

/** `(a|b)+`, `transform(er|ation)` */
const groupHabits: readonly Habit[] = [
  {
    pattern: /(?<whole>(?<before>\p{L}{3,})\((?<inner>\p{L}*(?:\|\p{L}*)+)\)(?<after>\p{L}*))/dgu,
    explain(found) {
      const words = found
        .part('inner')
        .split('|')
        .map((middle) => found.part('before') + middle + found.part('after'));
      return `${noPattern(found.part('whole'))} Write ${either(words)}.`;
    },
  },
  {
    pattern: /(?<whole>\((?<inner>[^()]*\|[^()]*)\)[+*?])(?![\p{L}\p{N}])/dgu,
    explain: (found) =>
      `${noPattern(found.part('whole'))} Write ${either(
        found
          .part('inner')
          .split('|')
          .map((word) => word.trim()),
      )}.`,
  },
];

/** `^word`, `word$` */
const anchorHabit: Habit = {
  pattern: new RegExp(`${begins}\\^(?<word>\\p{L}{2,}\\*?)`, 'dgu'),
  explain: (found) => `A ^ does not stand for a beginning here. Write ${found.part('word')} instead.`,
};

const hasOneSign = ({ text }: Found, sign: string): boolean => text.split(sign).length === 2;

/** `wom?n`, `behavio$r`, `colo#r`, `neuron%` */
const wildcardHabits: readonly Habit[] = [
  {
    pattern: new RegExp(`${begins}(?<word>(?<begun>\\p{L}{2,})[?#]\\p{L}+)${ends}`, 'dgu'),
    explain: (found) => explainWildcard(found),
  },
  {
    pattern: new RegExp(`${begins}(?<word>(?<begun>\\p{L}{3,})\\$(?:\\d|\\p{L}+)?)${ends}`, 'dgu'),
    // Two of them are the signs around a formula.
    explain: (found) => (hasOneSign(found, '$') ? explainWildcard(found) : null),
  },
  {
    pattern: new RegExp(`${begins}(?<word>%?(?<begun>\\p{L}{3,})%|%(?<only>\\p{L}{3,}))${ends}`, 'dgu'),
    explain: (found) => explainWildcard(found),
  },
];

function explainWildcard(found: Found): string {
  const begun = found.part('begun') || found.part('only');
  return `The only wildcard is a star at the end of a word, so ${mention(found.part('word'))} does not work. ${writeBeginning(begun)}`;
}

export const patternHabits: readonly Habit[] = [
  ...enclosedHabits,
  anythingHabit,
  classHabit,
  ...groupHabits,
  anchorHabit,
  ...wildcardHabits,
];

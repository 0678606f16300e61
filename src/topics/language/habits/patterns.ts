import { type Saying, saying } from '../../../language/saying.ts';
import { findCategory, isArchive } from '../../../papers/categories.ts';
import { mention } from '../term-text.ts';
import { begins, ends, type Found, type Habit } from './habit.ts';

/** Fewer letters begin too many words. */
const shortestPrefix = 3;

/** How to write a word of which only these letters are sure. */
function explainBeginning(typed: string, letters: string, what: 'pattern' | 'wildcard' = 'pattern'): Saying {
  const begun = letters.replace(/[^\p{L}\p{N}]/gu, '');
  return begun.length >= shortestPrefix
    ? saying(`habits.${what}Begun`, { typed: mention(typed), begun })
    : saying(`habits.${what}Unsure`, { typed: mention(typed) });
}

const explainEither = (typed: string, words: readonly string[]): Saying =>
  saying('habits.patternEither', { typed: mention(typed), words: either(words) });

const either = (words: readonly string[]): string => `(${words.join(' OR ')})`;

/** `/diffus[ei]/`, `\bLLM\b` */
const enclosedHabits: readonly Habit[] = [
  {
    pattern: new RegExp(
      `${begins}/(?<inner>(?=[^\\s/]*[.*+?\\\\\\[\\]|^$])[^\\s/]*\\p{L}[^\\s/]*)/[gimsuy]{0,3}${ends}`,
      'dgu',
    ),
    explain: (found) => explainBeginning(`/${found.part('inner')}/`, firstWord(found.part('inner'))),
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

function explainEscapes(typed: string): Saying {
  const bare = typed.replace(/\\[bB]/g, '');
  if (/^\p{L}[\p{L}\p{N}]*$/u.test(bare)) return saying('habits.patternExact', { typed: mention(typed), word: bare });
  return explainBeginning(typed, firstWord(bare));
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
    return explainBeginning(found.part('word'), begun);
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
    const typed = found.part('word');
    if (kind.includes('-') || found.part('times') !== '') return explainBeginning(typed, before);
    const words = [...new Set(Array.from(kind, (letter) => (before + letter + after).toLowerCase()))];
    const [word = '', ...others] = words;
    return others.length > 0
      ? explainEither(typed, words)
      : saying('habits.patternCase', { typed: mention(typed), word });
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
      return explainEither(found.part('whole'), words);
    },
  },
  {
    pattern: /(?<whole>\((?<inner>[^()]*\|[^()]*)\)[+*?])(?![\p{L}\p{N}])/dgu,
    explain(found) {
      const words = found.part('inner').split('|');
      return explainEither(
        found.part('whole'),
        words.map((word) => word.trim()),
      );
    },
  },
];

/** `^word`, `word$` */
const anchorHabit: Habit = {
  pattern: new RegExp(`${begins}\\^(?<word>\\p{L}{2,}\\*?)`, 'dgu'),
  explain: (found) => saying('habits.anchor', { word: found.part('word') }),
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

const explainWildcard = (found: Found): Saying =>
  explainBeginning(found.part('word'), found.part('begun') || found.part('only'), 'wildcard');

export const patternHabits: readonly Habit[] = [
  ...enclosedHabits,
  anythingHabit,
  classHabit,
  ...groupHabits,
  anchorHabit,
  ...wildcardHabits,
];

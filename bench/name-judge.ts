import { memoByKey } from '../src/memo.ts';

/**
 * Judges whether a printed name is a typed one, by its form alone. It knows nothing of the product's own rule: it
 * compares with forms that it lists, and it takes what it has to know of names from the corpus.
 */
export interface NameJudge {
  isSame(printed: string, typed: string): boolean;
}

/** The fewest different names that end in a family name, and its least share of the names that it starts or ends. */
const fewestNames = 40;
const leastShare = 0.25;
const remembered = 500_000;

/** @param names every different name of the corpus */
export function createNameJudge(names: Iterable<string>): NameJudge {
  const hyphenated = new Set<string>();
  const starts = new Map<string, number>();
  const ends = new Map<string, number>();
  const count = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const name of names) {
    const parts = partsOf(plain(name));
    count(starts, parts[0] ?? '');
    count(ends, parts.at(-1) ?? '');
    for (const part of parts.slice(0, -1)) if (/^\w{2,}-\w{2,}$/.test(part)) hyphenated.add(part);
  }
  const isFamily = (word: string): boolean => {
    const [last, first] = [ends.get(word) ?? 0, starts.get(word) ?? 0];
    return last >= fewestNames && last >= (last + first) * leastShare;
  };
  const formsOf = memoByKey(remembered, (name: string) => spelled(name).map(partsOf));
  return {
    isSame: (printed, typed) =>
      formsOf(typed).some((wanted) => formsOf(printed).some((name) => isForm(name, wanted, { hyphenated, isFamily }))),
  };
}

interface Knowledge {
  /** Given names with hyphens: `jing-yu`. */
  readonly hyphenated: ReadonlySet<string>;
  isFamily(word: string): boolean;
}

const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
const one: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  å: 'a',
  đ: 'd',
  ł: 'l',
  ß: 'ss',
  ı: 'i',
  ð: 'd',
  þ: 'th',
};
const two: Readonly<Record<string, string>> = { ...one, ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };
const spell = (text: string, letters: Readonly<Record<string, string>>): string =>
  withoutMarks(Array.from(text.normalize('NFC').toLowerCase(), (letter) => letters[letter] ?? letter).join(''));
const plain = (name: string): string => spell(name, one);
const spelled = (name: string): readonly string[] => [...new Set([spell(name, one), spell(name, two)])];

/** The parts between blanks, without dots; `J. -Y.` is `j-y`. */
const partsOf = (name: string): readonly string[] =>
  name
    .replace(/\.? ?[-‐‑] ?/g, '-')
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((part) => part !== '');

/** Whether the parts are those of a name of two parts, the given name first. */
function isForm(parts: readonly string[], [given = '', family = '']: readonly string[], known: Knowledge): boolean {
  const [first = '', ...others] = parts;
  const last = others.at(-1) ?? '';
  if (parts.length === 2 && isGiven(last, given) && first === family) return !known.isFamily(plainOf(given));
  if (others.length > 0 && others.every((part) => part.length === 1) && first === family)
    return others[0] === given.charAt(0);
  const at = parts.findIndex((part, index) => index > 0 && part.split('-').includes(family));
  // Two family names: the first of them, or the last.
  return at > 0 && at >= parts.length - 2 && isAmong(parts.slice(0, at), given, known);
}

/** Whether the given names before a family name have this one. */
function isAmong(names: readonly string[], given: string, known: Knowledge): boolean {
  const [first = '', second = ''] = names;
  if (first === given.charAt(0)) return second.length !== 1 || isInitialPair(`${first}-${second}`, given, known);
  if (/^\w-\w$/.test(first)) return isInitialPair(first, given, known, true);
  return names.some((name, index) => {
    const [before, after] = [names[index - 1], names[index + 1]];
    // `Tian Yu` is Tian-Yu.
    if (before !== undefined && isGiven(`${before}-${name}`, given)) return true;
    const isPart = [`${before}-${name}`, `${name}-${after}`].some((pair) => known.hyphenated.has(pair));
    return !isPart && isGiven(name, given);
  });
}

/** The same in one word, or with a hyphen. */
const isGiven = (name: string, given: string): boolean => plainOf(name) === plainOf(given);

const plainOf = (name: string): string => name.replaceAll('-', '');

/** Whether two initials can be those of the name: with a hyphen the name must have two parts. */
function isInitialPair(pair: string, given: string, { hyphenated }: Knowledge, isTied = false): boolean {
  const [first = '', second = ''] = pair.split('-');
  const cuts = Array.from({ length: plainOf(given).length - 1 }, (_, at) => {
    const whole = plainOf(given);
    return [whole.slice(0, at + 1), whole.slice(at + 1)] as const;
  }).filter(([one, other]) => given === `${one}-${other}` || hyphenated.has(`${one}-${other}`));
  if (cuts.length === 0) return !isTied;
  if (!isTied && !given.includes('-')) return true;
  return cuts.some(([one, other]) => one.startsWith(first) && other.startsWith(second));
}

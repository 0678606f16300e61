import { beginsUnspaced } from '../words/scripts.ts';
import { hasTwoSyllableGivenNames, isEastAsianFamily } from './family-names.ts';
import { isInitial, type NamePart } from './name-parts.ts';
import { plainSpelling } from './spellings.ts';
import { isSyllabic, isSyllable } from './syllables.ts';

/**
 * A given name: the words that are one name, such as Jing-Yu or Jean-Pierre. Mostly one word, and sometimes an initial.
 */
export type GivenName = readonly string[];

/** One way to understand a name. */
export interface Reading {
  /** The names before the family name, particles and middle names included. Empty for a name of one part. */
  readonly given: readonly GivenName[];
  /** One word. */
  readonly family: string;
  /** Whether the family name may stand first only because people write it so. Then initials say nothing. */
  readonly isGuess: boolean;
}

/** The most parts of a name. A longer text is a list of names, and its other parts are not read. */
const mostParts = 24;

export const isInitials = (name: GivenName): boolean => name.every(isInitial);

/** Every way to understand a name that was typed. */
export const readingsOfTyped = (parts: readonly NamePart[]): readonly Reading[] =>
  // The names of a paper are read in both orders already.
  readingsOf(parts).filter(({ isGuess, given }) => !isGuess || given.length > 1);

/** Every way to understand a name that a paper gives. */
export function readingsOfPrinted(parts: readonly NamePart[]): readonly Reading[] {
  const readings = readingsOf(parts);
  return [...readings, ...readings.flatMap(withoutSecondFamily)];
}

function readingsOf(parts: readonly NamePart[]): readonly Reading[] {
  const readings = readSpaced(parts);
  if (parts.length < 2 || !isUnspacedName(parts)) return readings;
  return [...readings, { given: [], family: wordsOf(parts).join(''), isGuess: false }];
}

/** Whether all of the name is in scripts without blanks. Then it is one name with and without them: `山田 太郎`. */
export const isUnspacedName = (parts: readonly NamePart[]): boolean => wordsOf(parts).every(beginsUnspaced);

const wordsOf = (parts: readonly NamePart[]): readonly string[] => parts.flatMap(({ words }) => words);

function readSpaced(parts: readonly NamePart[]): readonly Reading[] {
  const asNames = tieArticles(parts.slice(0, mostParts).map(({ words }) => words));
  if (!parts.some(({ isRun }) => isRun)) return readOrders(asNames);
  const apart = parts.flatMap(({ words, isRun }) =>
    isRun ? Array.from(words[0] ?? '', (letter) => [letter]) : [words],
  );
  return [...readOrders(asNames), ...readOrders(tieArticles(apart.slice(0, mostParts)))];
}

/** `Al Khatib` is `Al-Khatib`, but not at the beginning, where Al may be a given name. */
function tieArticles(names: readonly GivenName[]): readonly GivenName[] {
  return names.flatMap((name, index) => {
    if (index > 0 && isArticle(name) && index + 1 < names.length && !isInitials(names[index + 1] ?? [])) return [];
    const before = names[index - 1] ?? [];
    return index > 1 && isArticle(before) && !isInitials(name) ? [[...before, ...name]] : [name];
  });
}

const articles: ReadonlySet<string> = new Set(['al', 'el']);
const isArticle = (name: GivenName): boolean => name.length === 1 && articles.has(name[0] ?? '');

function readOrders(names: readonly GivenName[]): readonly Reading[] {
  const [first = [], ...others] = names;
  const last = names.at(-1) ?? [];
  if (names.length === 0 || names.every(isInitials)) return [];
  if (names.length > 1 && isInitials(last)) return readBeforeInitials(names);
  if (names.length > 1 && isEastAsian(first) && last.length > 1 && isEastAsianGiven(last))
    return familyFirst(first, others);
  if (names.length === 1 || isInitials(first)) return familyLast(names);
  if (names.length === 2 && first.length === 1 && last.length === 1)
    return readTwo(names, first, others, familyFirstOfTwo(first[0] ?? '', last[0] ?? ''));
  const isSure = isEastAsian(first) && others.every((name) => name.every(isSyllabicWord));
  return [...familyLast(names), ...familyFirst(first, others, !isSure)];
}

const readTwo = (
  names: readonly GivenName[],
  first: GivenName,
  others: readonly GivenName[],
  isFirst: FamilyFirst,
): readonly Reading[] =>
  isFirst === 'never' ? familyLast(names) : [...familyLast(names), ...familyFirst(first, others, isFirst === 'guess')];

/** Whether the family name of two words may be the first one, besides the last one. A guess needs both in full. */
type FamilyFirst = 'never' | 'guess' | 'sure';

/** Where both are family names, as in Yang Liu and Liu Yang, the order tells two people apart. */
export function familyFirstOfTwo(first: string, last: string): FamilyFirst {
  if (!isEastAsian([first])) return 'guess';
  if (isEastAsian([last])) return 'never';
  return isSyllabicWord(last) ? 'sure' : 'guess';
}

/** `LeCun Y`, `García Márquez G`, `Jordan Michael I.`, `Nguyễn Văn A`. */
function readBeforeInitials(names: readonly GivenName[]): readonly Reading[] {
  const from = names.findLastIndex((name) => !isInitials(name)) + 1;
  const [first = [], ...others] = names;
  const turned = familyLast([...names.slice(from), ...names.slice(0, from)]);
  return from === 1 || isInitials(first) ? turned : [...turned, ...familyFirst(first, others)];
}

function familyLast(names: readonly GivenName[]): readonly Reading[] {
  const last = names.at(-1) ?? [];
  const asOne = readingWith(names.slice(0, -1), last.join(''));
  if (names.length === 1 && isEastAsianGiven(last)) return [asOne];
  // A double family name is also two words. It may be the last name or the one before it: `García-López Rivera`.
  const apart = names.flatMap((name, index) =>
    index === 0 && names.length > 1 ? [name] : takeApart(name, index === names.length - 1),
  );
  if (apart.length === names.length) return [asOne];
  return [asOne, { given: apart.slice(0, -1), family: apart.at(-1)?.[0] ?? '', isGuess: false }];
}

const takeApart = (name: GivenName, isLast: boolean): readonly GivenName[] =>
  isLast || !isEastAsianGiven(name) ? name.map((each) => [each]) : [name];

const familyFirst = (first: GivenName, others: readonly GivenName[], isGuess = false): readonly Reading[] => [
  readingWith(others, first.join(''), isGuess),
];

const readingWith = (given: readonly GivenName[], family: string, isGuess = false): Reading => ({
  given: hasTwoSyllableGivenNames(plainSpelling(family)) ? tieSyllables(given) : given,
  family,
  isGuess,
});

/** Two syllables in a row are one given name: Jing Yu is Jing-Yu. */
function tieSyllables(given: readonly GivenName[]): readonly GivenName[] {
  const isLone = (name: GivenName | undefined): boolean =>
    name !== undefined && name.length === 1 && isSyllable(plainSpelling(name[0] ?? ''));
  const starts = (index: number): boolean =>
    isLone(given[index]) && isLone(given[index + 1]) && !isLone(given[index - 1]) && !isLone(given[index + 2]);
  return given.flatMap((name, index) => {
    if (starts(index)) return [[...name, ...(given[index + 1] ?? [])]];
    return starts(index - 1) ? [] : [name];
  });
}

/** `Gabriel García Márquez` is also `Gabriel García`. */
function withoutSecondFamily({ given, family, isGuess }: Reading): readonly Reading[] {
  const last = given.at(-1) ?? [];
  if (isGuess || given.length < 2 || last.length > 1 || isInitials(last) || isEastAsian([family])) return [];
  return [{ given: given.slice(0, -1), family: last[0] ?? '', isGuess: false }];
}

const isEastAsian = (name: GivenName): boolean => name.length === 1 && isEastAsianFamily(plainSpelling(name[0] ?? ''));
const isEastAsianGiven = (name: GivenName): boolean =>
  name.every((each) => isSyllable(plainSpelling(each)) && !articles.has(each));
const isSyllabicWord = (each: string): boolean => isInitial(each) || isSyllabic(plainSpelling(each));

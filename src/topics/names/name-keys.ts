import { isInitial, type NamePart } from './name-parts.ts';
import {
  familyFirstOfTwo,
  type GivenName,
  isInitials,
  isUnspacedName,
  type Reading,
  readingsOfPrinted,
  readingsOfTyped,
} from './readings.ts';
import { plainSpelling, spellingsOf } from './spellings.ts';
import { syllablePairs } from './syllables.ts';

/**
 * A text by which authors are looked up: any name of the author alone, or a given name, a blank and a family name. The
 * given name is one of:
 *
 * - `yu`: in full, in one word
 * - `y.`: only an initial. `y..`: an initial that is not followed by another one
 * - `y.s.`: two initials. `y-s.`: two initials with a hyphen
 * - `y*`: whatever begins so
 */
export type NameKey = string;

const keyOf = (given: string, family: string): NameKey => `${given} ${family}`;

/** The words of a key for a full-text store: the family name, and the given name or its initial. */
export function tokensOfKey(key: NameKey): readonly string[] {
  const [given = '', family] = key.split(' ');
  if (family === undefined) return [given];
  if (given.endsWith('*')) return [family];
  return [given.endsWith('.') ? firstLetter(given) : given, family];
}

/** The words of all keys under which an author is found, each once, for a full-text store. */
export function tokensOfPrinted(parts: readonly NamePart[]): readonly string[] {
  const two = twoPlainWords(parts);
  // Each spelling of either word is in some key.
  const words = two === null ? keysOfPrinted(parts).flatMap(tokensOfKey) : two.flatMap(spellingsOf);
  return [...new Set(words)];
}

/** All keys under which an author is found. */
export function keysOfPrinted(parts: readonly NamePart[]): readonly NameKey[] {
  const two = twoPlainWords(parts);
  return two === null ? [...new Set(readingsOfPrinted(parts).flatMap(keysOfReading))] : keysOfTwo(...two);
}

/** The two words of a name such as `Ana Ruiz`, as most names are. Null for any other name. */
function twoPlainWords(parts: readonly NamePart[]): readonly [string, string] | null {
  const [first, last] = parts;
  if (parts.length !== 2 || !isPlain(first) || !isPlain(last) || isUnspacedName(parts)) return null;
  return [first?.words[0] ?? '', last?.words[0] ?? ''];
}

const isPlain = (part: NamePart | undefined): boolean =>
  part !== undefined && part.words.length === 1 && !part.isRun && !isInitial(part.words[0] ?? '');

/** The same as by readings, without making them: most names have two words. */
function keysOfTwo(first: string, last: string): readonly NameKey[] {
  const [given, families] = [spellingsOf(first), spellingsOf(last)];
  const keys = first === last ? [...given] : [...given, ...families];
  const isFirst = familyFirstOfTwo(first, last);
  for (const family of families) {
    keys.push(keyOf(`${initialOf([first])}*`, family));
    for (const each of given) {
      keys.push(keyOf(each, family));
      if (isFirst !== 'never' && each !== family) keys.push(keyOf(family, each));
    }
  }
  if (isFirst === 'sure') keys.push(...given.map((family) => keyOf(`${initialOf([last])}*`, family)));
  return keys;
}

function keysOfReading({ given, family, isGuess }: Reading): readonly NameKey[] {
  const families = spellingsOf(family);
  const inFull = [...fullNames(given), ...pairsInOneWord(given)];
  const names = isGuess ? inFull : [...inFull, ...initialsOf(given)];
  return [...families, ...inFull, ...families.flatMap((each) => names.map((name) => keyOf(name, each)))];
}

const fullNames = (given: readonly GivenName[]): readonly string[] =>
  given.flatMap((name) => (isInitials(name) ? [] : spellingsOf(name.join(''))));

const pairsInOneWord = (given: readonly GivenName[]): readonly string[] =>
  given.flatMap((second, index) => together(given[index - 1], second));

/** Two given names in one word: Mary Ann is Maryann. */
function together(first: GivenName | undefined, second: GivenName | undefined): readonly string[] {
  if (first === undefined || second === undefined || isInitials(first) || isInitials(second)) return [];
  return spellingsOf([...first, ...second].join(''));
}

function initialsOf([first, second]: readonly GivenName[]): readonly string[] {
  if (first === undefined) return [];
  const initial = initialOf(first);
  const any = `${initial}*`;
  if (!isInitials(first)) return [any];
  if (first.length > 1) return [any, `${first.map(plainSpelling).join('-')}.`];
  return [any, `${initial}.`, isLoneInitial(second) ? `${initial}.${initialOf(second ?? [])}.` : `${initial}..`];
}

export const isLoneInitial = (name: GivenName | undefined): boolean =>
  name !== undefined && name.length === 1 && isInitials(name);

export const initialOf = ([first = '']: GivenName): string => firstLetter(plainSpelling(first));

const firstLetter = (word: string): string => (word === '' ? '' : String.fromCodePoint(word.codePointAt(0) ?? 0));

/** What to look up for a name that was typed. */
export interface AskedKeys {
  /** Every author so named has one of them. */
  readonly keys: readonly NameKey[];
  /** Whether every author who has one of them is so named. */
  readonly isDecided: boolean;
}

export function askedKeysOf(parts: readonly NamePart[]): AskedKeys {
  const readings = readingsOfTyped(parts);
  return { keys: [...new Set(readings.flatMap(askedByReading))], isDecided: readings.every(isDecidedByKeys) };
}

const isDecidedByKeys = ({ given: [first, ...others] }: Reading): boolean =>
  others.length === 0 && (first === undefined || isLoneInitial(first) || !isInitials(first));

function askedByReading({ given, family, isGuess }: Reading): readonly NameKey[] {
  const [first, second] = given;
  const families = spellingsOf(family);
  if (first === undefined) return families;
  const names = [...askedOfFirst(first, isGuess), ...together(first, second)];
  // A typed initial that the author lacks is left out.
  const others = isInitials(first) ? [...fullNames(given), ...pairsInOneWord(given)] : [];
  return families.flatMap((each) => [...names, ...others].map((name) => keyOf(name, each)));
}

function askedOfFirst(first: GivenName, isGuess: boolean): readonly string[] {
  const initial = initialOf(first);
  if (isInitials(first)) return isGuess ? [] : [`${initial}*`];
  const inFull = spellingsOf(first.join(''));
  if (isGuess || !isInitial(initial)) return inFull;
  const ofPairs = pairsOf(first).map(([one, other]) => `${one}-${other}.`);
  if (first.length !== 2) return [...inFull, `${initial}.`, ...ofPairs];
  return [...inFull, `${initial}..`, ...ofPairs.flatMap((pair) => [pair, pair.replace('-', '.')])];
}

/** The two initials of a given name of two words or syllables, in each way in which it can be cut. */
export function pairsOf(name: GivenName): readonly (readonly [string, string])[] {
  const [first = '', second] = name.map(plainSpelling);
  if (name.length > 2) return [];
  const cuts = second === undefined ? syllablePairs(first) : [[first, second] as const];
  return cuts.map(([one, other]) => [initialOf([one]), initialOf([other])] as const);
}

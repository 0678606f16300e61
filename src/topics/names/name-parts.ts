import { foldName } from './spellings.ts';
import { isSyllabic, isSyllable } from './syllables.ts';

/** A part of a name: what stands between two blanks. */
export interface NamePart {
  /** Folded words that hyphens tie: `jean pierre` for Jean-Pierre. Most parts have one. */
  readonly words: readonly string[];
  /** Whether it may be two or three initials that are written together: `JA`. */
  readonly isRun: boolean;
  /** As a topic shows it: `jean-pierre`, `o'brien`, `JA`. */
  readonly shown: string;
}

const isSmallLetter = /^\p{Ll}$/u;

/** A letter that stands for a name: of scripts without small letters one is a name in full. */
export const isInitial = (word: string): boolean => word.length < 3 && isSmallLetter.test(word);

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’‘`][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const wordInAscii = /[a-z\d]+(?:['`][a-z\d]+)*/gi;
/** Words with one blank between two, as in most names. */
const plainWords = /^[a-z]+(?: [a-z]+)*$/i;
const beyondAscii = /[^\0-\x7f]/;
const smallLetter = /\p{Ll}/u;
const apostrophes = /['’‘`]/g;
/** Unicode calls them letters, and names use them as apostrophes. */
const apostropheLetters = /[ʼʻ]/g;
const anyApostrophe = /['’‘`]/;
const possessive = /(?:'s)+$/;
// `J.-P.`, and `J. -P.` as arXiv's search service has it.
const tie = /^[.\s]*[-‐‑‒–−][.\s]*$/;
const run = /^\p{Lu}{2,3}$/u;
const suffixes: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/**
 * The parts of a name, the given names first: `Smith, John` and `John Smith` have the same. `Jr.` and its like are left
 * out.
 */
export function namePartsOf(name: string): readonly NamePart[] {
  const text = beyondAscii.test(name)
    ? name
        .normalize('NFKC')
        .replace(/\p{Cf}/gu, '')
        .replace(apostropheLetters, "'")
    : name;
  const comma = text.indexOf(',');
  const before = cutParts(comma < 0 ? text : text.slice(0, comma));
  const after = comma < 0 ? [] : cutParts(text.slice(comma + 1)).filter((part) => !isSuffix(part));
  const parts = withoutSuffixes([...after, ...before]);
  return parts.map((part) => (mayBeRun(part, parts) ? asRun(part) : asName(part)));
}

/** The name as a topic shows it. It has the same parts. */
export const showName = (parts: readonly NamePart[]): string => parts.map(({ shown }) => shown).join(' ');

/** A part before it is folded. */
type CutPart = readonly string[];

function cutParts(text: string): readonly CutPart[] {
  if (plainWords.test(text)) return text.split(' ').map((one) => [one]);
  const parts: string[][] = [];
  let cutTo = 0;
  for (const { 0: found, index } of text.matchAll(beyondAscii.test(text) ? word : wordInAscii)) {
    const before = parts.at(-1);
    const gap = text.slice(cutTo, index);
    if (before !== undefined && gap !== ' ' && tie.test(gap)) before.push(found);
    else parts.push([found]);
    cutTo = index + found.length;
  }
  return parts;
}

/** The parts without suffixes at the end, unless there is nothing else. */
function withoutSuffixes(parts: readonly CutPart[]): readonly CutPart[] {
  const end = parts.findLastIndex((part) => !isSuffix(part)) + 1;
  return end === 0 ? parts : parts.slice(0, end);
}

const isSuffix = ([first = '', ...others]: CutPart): boolean =>
  others.length === 0 && suffixes.has(first.toLowerCase());

/**
 * Whether the part can be initials that are written together. In `YU Liu` and `LI Bo` it is a name, since these
 * syllables are written in capitals to mark the family name.
 */
function mayBeRun(part: CutPart, parts: readonly CutPart[]): boolean {
  const [first = '', ...others] = part;
  if (others.length > 0 || !run.test(first)) return false;
  const folded = foldName(first);
  if (folded.length !== first.length) return false;
  const besides = parts.filter((other) => other !== part).flat();
  if (!besides.some((other) => smallLetter.test(other))) return false;
  return !isSyllable(folded) || !besides.map(foldName).every((other) => isInitial(other) || isSyllabic(other));
}

function asRun([first = '']: CutPart): NamePart {
  const folded = foldName(first);
  return { words: [folded], isRun: true, shown: folded.toUpperCase() };
}

function asName(part: CutPart): NamePart {
  const shown = part.map(showWord);
  const words = shown.map((each) => (each.includes("'") ? each.replace(apostrophes, '') : each));
  return { words, isRun: false, shown: shown.join('-') };
}

const showWord = (found: string): string => (anyApostrophe.test(found) ? withApostrophes(found) : foldName(found));

const withApostrophes = (found: string): string =>
  foldName(found)
    .replace(apostrophes, "'")
    .replace(possessive, '')
    .replace(/^'+|'+$/g, '');

import { type Saying, saying } from '../../language/saying.ts';
import { findCategory, isArchive } from '../../papers/categories.ts';
import { parsePaperId } from '../../papers/paper-id.ts';
import { findSubjectArea } from '../../papers/subject-areas.ts';
import type { ReadTerm, Typed } from '../operators/operator.ts';
import type { ExactForm, Term, TypedWord } from '../topic.ts';
import type { Case } from '../words/fold.ts';
import { beginsUnspaced, endsUnspaced } from '../words/scripts.ts';
import { casedWords, cutWords, tokenize } from '../words/tokens.ts';
import { isHabitual } from './habits/habitual-words.ts';
import { nearest } from './nearest.ts';

/** The words of a term and their canonical text. */
export interface WrittenWords {
  /** Empty if the text has only signs; then `display` is empty, too. */
  readonly words: readonly TypedWord[];
  /** Without quotes, in lower case unless case counts, with what joins the words: `graph neural networks`, `gpt-4o`, `o'brien`. */
  readonly display: string;
  /** Whether `display` means something else without quotes. */
  readonly isQuoted: boolean;
}

const operatorWords: ReadonlySet<string> = new Set(['or', 'and']);

/** Whether a bare word is a category such as `cs.LG`. Hardly anybody searches for such a text. */
export const namesCategory = (word: string): boolean =>
  (word.includes('.') && findCategory(word) !== null) || findSubjectArea(word) !== null;

/** Whether a bare word is a whole archive: `cs.*`. */
export const namesArchive = (word: string): boolean => /\.\*$/.test(word) && isArchive(word.slice(0, -'.*'.length));

/** The categories and archives that plus signs join, as arXiv's addresses do: `cs.AI+cs.CV`. Null for any other text. */
export function plusSeparated(word: string): readonly string[] | null {
  if (!word.includes('+')) return null;
  const parts = word.split('+');
  const areCategories = parts.every((part) => findCategory(part) !== null || isArchive(part) || namesCategory(part));
  return areCategories ? parts : null;
}

/** Whether a bare word is a paper's id or address: `2406.01234`, `doi:10.5555/x`. */
export const namesPaper = (word: string): boolean => parsePaperId(word) !== null;

/** Reads the words of a term. Equal words that are joined alike are displayed alike. */
export const readWords = (text: string): WrittenWords => readIn(text, 'folded');

/** Reads words that mind case where they have capitals. Their display keeps the capitals. */
export function readForms(text: string): { readonly written: WrittenWords; readonly forms: readonly ExactForm[] } {
  const written = readIn(text, 'kept');
  const cased = casedWords(written.display);
  const forms = written.words.map((word, index) => ({
    text: word.text,
    cased: cased[index] === word.text ? null : (cased[index] ?? null),
  }));
  return { written, forms };
}

function readIn(text: string, letterCase: Case): WrittenWords {
  let display = '';
  let cutTo = 0;
  for (const { surface, start, end } of cutWords(text, letterCase)) {
    if (display !== '') display += joint(text.slice(cutTo, start), display, surface);
    display += surface;
    cutTo = end;
  }
  // Cut again, so that the gaps between words are those of the displayed text.
  const words = tokenize(display).map(({ text: word, stem, gap }) => ({ text: word, stem, gap }));
  return { words, display, isQuoted: needsQuotes(display) };
}

/** Whether a displayed text means something else without quotes: an operator, a category, a paper, a habit from elsewhere. */
export const needsQuotes = (display: string): boolean =>
  display.includes(' ') ||
  operatorWords.has(display.toLowerCase()) ||
  namesCategory(display) ||
  plusSeparated(display) !== null ||
  namesPaper(display) ||
  isHabitual(display);

export const quoteIfNeeded = (display: string, isQuoted: boolean): string => (isQuoted ? `"${display}"` : display);

const joints: Readonly<Record<string, string>> = { "'": "'", '’': "'", '.': '.', '/': '/', '&': '&', _: '_', '+': '+' };

/** What to write between two words so that the same gap is read again. */
function joint(gap: string, before: string, after: string): string {
  if (/\s/.test(gap)) return ' ';
  const isTouching = before.endsWith('++') || beginsUnspaced(after) || endsUnspaced(before);
  if (gap === '' && isTouching) return '';
  return joints[gap] ?? '-';
}

/** The answer of a field to a value without any words. */
export const noWords = (value: string): ReadTerm => ({
  ok: false,
  code: 'no-words',
  said: value.trim() === '' ? saying('syntax.noWords') : saying('syntax.onlySigns', { typed: mention(value) }),
});

export const hasStar = (text: string): boolean => /[\p{L}\p{N}\p{M}]\*/u.test(text);

/** The answer of a field that matches whole names to a value with a star. */
export const noStar = (value: string, what: 'sentence' | 'organization' | 'other'): ReadTerm => ({
  ok: false,
  code: 'unexpected',
  said: saying('syntax.noStar', { what, typed: mention(value) }),
});

interface Choice<Name extends string> {
  /** All of its names; the first is canonical. */
  readonly names: readonly [Name, ...string[]];
}

/** Reads one of the values that a field can have. */
export function readChoice<Name extends string>(
  { text }: Typed,
  choices: readonly Choice<Name>[],
  field: string,
  toTerm: (name: Name) => Term,
): ReadTerm {
  const wanted = text.trim().toLowerCase();
  const found = choices.find(({ names }) => names.some((name) => name === wanted));
  if (found !== undefined) return { ok: true, term: toTerm(found.names[0]) };
  const meant = nearest(
    wanted,
    choices.flatMap(({ names }) => names),
  );
  const typed = mention(`${field}:${text}`);
  const values = choices.map(({ names }) => `${field}:${names[0]}`);
  const said =
    meant === null
      ? saying('syntax.unknownValue', { typed, values })
      : saying('syntax.unknownValueMeant', { typed, meant: `${field}:${meant}` });
  return { ok: false, code: 'unknown-value', said };
}

const longestMention = 40;

/** Text from a user as part of a sentence: in quotation marks, on one line, and shortened. */
export function mention(text: string): Saying {
  const line = Array.from(text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim());
  const typed = line.length > longestMention ? `${line.slice(0, longestMention).join('')}…` : line.join('');
  return saying('syntax.typed', { typed });
}

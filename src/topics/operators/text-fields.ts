import { type Saying, saying } from '../../language/saying.ts';
import { mention, noWords, readForms, readWords } from '../language/term-text.ts';
import type { TextField, TypedWord } from '../topic.ts';
import { beginsUnspaced } from '../words/scripts.ts';
import { tokenize } from '../words/tokens.ts';
import { farthest } from './distance.ts';
import type { Field, ReadTerm, Typed } from './operator.ts';

const textField = (field: TextField, names: readonly string[]): Field => ({
  names,
  takes: saying('syntax.takesWords'),
  read: (typed) => readText(field, typed),
});

/** The field of terms without a prefix: words in the title or the abstract. */
export const plainField: Field = textField('any', []);

/** The fields of words, phrases, exact forms, prefixes and words near each other. */
export const textFields: readonly Field[] = [
  // So written in arXiv's own search.
  textField('any', ['all']),
  textField('title', ['title', 'ti']),
  textField('abstract', ['abstract', 'abs']),
  textField('comment', ['comment', 'comments', 'co']),
];

function readText(field: TextField, typed: Typed): ReadTerm {
  const { text, isPhrase, distance, isExact } = typed;
  if (misplacedStar.test(text) || (!isPhrase && leadingStars.test(text))) return starMisplaced(text);
  if (isPhrase && starOfPrefix.test(text)) return starInPhrase(text);
  if (!isPhrase && trailingStars.test(text)) return readPrefix(field, text.replace(trailingStars, ''), text);
  const { words, display, isQuoted } = readWords(text);
  if (words.length === 0) return noWords(text);
  if (distance !== null) return readNear(field, display, distance, typed);
  if (isExact) return readExact(field, text);
  return { ok: true, term: { kind: 'text', field, words, compounds: [], display, isQuoted } };
}

function readExact(field: TextField, text: string): ReadTerm {
  const { written, forms } = readForms(text);
  return {
    ok: true,
    term: { kind: 'exact', field, forms, display: written.display, isQuoted: written.isQuoted },
  };
}

const trailingStars = /\*+$/;
const leadingStars = /^\*+[\p{L}\p{N}]/u;
// `A*` in a phrase is a name. After three letters, a star is meant as a prefix.
const starOfPrefix = /[\p{L}\p{N}\p{M}]{3}\*(?![^\s])/u;
/** Shorter prefixes begin too many words. */
const shortestPrefix = 3;
const misplacedStar = /(?:^|\s)\*[\p{L}\p{N}]|[\p{L}\p{N}\p{M}]\*[\p{L}\p{N}]/u;

function starMisplaced(text: string): ReadTerm {
  const [, begun = ''] = /(?:^|\s)([\p{L}\p{N}]{3,})\*[\p{L}\p{N}]/u.exec(text) ?? [];
  const typed = mention(text);
  const said = begun === '' ? saying('syntax.starMoved', { typed }) : saying('syntax.starInside', { begun, typed });
  return { ok: false, code: 'unexpected', said };
}

const starInPhrase = (text: string): ReadTerm => ({
  ok: false,
  code: 'unexpected',
  said: saying('syntax.starInPhrase', { typed: mention(text) }),
});

function readPrefix(field: TextField, begun: string, typed: string): ReadTerm {
  const { words, display, isQuoted } = readWords(begun);
  const last = words.at(-1);
  if (last === undefined) return noWords(typed);
  // A word in a script without blanks is found whatever follows it.
  if (beginsUnspaced(last.text))
    return { ok: true, term: { kind: 'text', field, words, compounds: [], display, isQuoted } };
  const stems = words.slice(0, -1).map(({ stem }) => stem);
  const prefix = last.text;
  if (prefix.length >= shortestPrefix) return { ok: true, term: { kind: 'prefix', field, stems, prefix, display } };
  return {
    ok: false,
    code: 'too-wide',
    said: saying('syntax.shortPrefix', { typed: mention(typed), least: shortestPrefix }),
  };
}

function readNear(field: TextField, display: string, distance: number, { text, isExact }: Typed): ReadTerm {
  const asTyped = String(distance);
  if (isExact) return unexpected(saying('syntax.exactAndNear', { typed: mention(text), distance: asTyped }));
  if (!Number.isInteger(distance))
    return unexpected(saying('syntax.brokenDistance', { whole: String(Math.round(distance)), distance: asTyped }));
  if (distance > farthest) return unexpected(saying('syntax.tooFar', { distance: asTyped, limit: farthest }));
  const groups = display.split(' ').map(wordsOf);
  const [only, ...others] = groups;
  if (only !== undefined && others.length === 0)
    return readText(field, { text: display, isPhrase: true, isExact, distance: null });
  return { ok: true, term: { kind: 'near', field, groups, distance, display } };
}

const wordsOf = (text: string): readonly TypedWord[] =>
  tokenize(text).map(({ text: word, stem, gap }) => ({ text: word, stem, gap }));

const unexpected = (said: Saying): ReadTerm => ({ ok: false, code: 'unexpected', said });

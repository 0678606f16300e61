import { asScript, closeSeams } from '../papers/tex/scripts.ts';

/*
 * Publishers leave out the blank beside a formula or an italic word, and add line breaks around elements that are parts
 * of a word. So the elements are marked first, with characters that no text has, and the blanks are decided at the end.
 */
const formulaMarks = ['\ue010', '\ue011'] as const;
const scriptMarks = ['\ue012', '\ue013'] as const;
const wordMarks = ['\ue014', '\ue015'] as const;
const partMarks = ['\ue019', '\ue01a'] as const;
/** The beginning or end of a part of the page. */
export const blockMark = '\ue016';
/** The beginning of a subtitle within a title. */
export const subtitleMark = '\ue017';

const marked =
  ([start, end]: readonly [string, string]) =>
  (text: string): string =>
    text === '' ? '' : `${start}${text}${end}`;

/** Marks a formula that is already text. */
export const formula = marked(formulaMarks);
const markScript = marked(scriptMarks);
/** Marks an element that is mostly a word of its own: italics, a link, the name of a program. */
export const word = marked(wordMarks);
/** Marks an element that is often a part of a word: small capitals, `<scp>D</scp>NA`. */
export const wordPart = marked(partMarks);

/** A subscript or superscript, in small characters where they exist and are not a word: `²⁺`, `max`, `th`. */
export function script(kind: '^' | '_', given: string): string {
  const text = withoutMarks(given).trim();
  if (text === '' || text.length > 30) return given;
  const isWord =
    /^\p{L}{2,}$/u.test(text) ||
    /^\p{Lu}$/u.test(text) ||
    (kind === '_' && !/[\p{N}+−-]/u.test(text) && text.length > 1);
  const isList = /[,;*†‡§¶]/.test(text);
  const small = isWord || isList ? null : asScript(kind, text);
  const isReadable = small !== null && (kind === '^' || !/[_(]/.test(small));
  return markScript(isReadable ? closeSeams(small) : text);
}

const everyMark = /[\ue010-\ue015\ue018-\ue01a]/g;
const withoutMarks = (text: string): string => text.replace(everyMark, '').replace(/[\ue016\ue017]/g, ' ');

const smallWords = 'of|in|to|at|by|on|an|as|is|or|for|and|the|we|its|are|with|from|via|near|than|if|be';
const wordBefore = new RegExp(String.raw`(?:^|[^\p{L}\p{N}-])(?:\p{Lu}\p{Ll}{2,}|\p{Ll}{3,}|${smallWords})$`, 'u');
const wordAfter = new RegExp(String.raw`^(?:\p{Lu}\p{Ll}{2,}|\p{Ll}{3,}|${smallWords})(?![\p{L}\p{N}])`, 'u');
/** Beginnings of chemical names that are set in italics. */
const chemicalPrefix = /^(?:cis|trans|ortho|meta|para|tert|sec|iso|endo|exo|syn|anti|nor|bis|pro|pre|non)$/i;

/** Scripts that belong to what is before them, and signs that end a part of a sentence. */
const attached = /^(?:[\p{No}\p{Lm}⁺⁻⁼₊₋′^_]+(?![\p{No}\p{Lm}⁺⁻⁼₊₋]*\p{L})|[.,;:)\]])/u;
const endsInSign = /[\p{L}\p{M}\p{N}⁺⁻₊₋′*°%)\]}|⟩]$/u;
/** Where an element is, with what is around it. */
interface Place {
  readonly before: string;
  readonly after: string;
}

/**
 * The text with blanks where they belong, line breaks only between parts of the page, and without marks.
 * @param text with marks; its own line breaks mean nothing
 */
export function withGaps(text: string): string {
  return text
    .replace(/\s+/g, (blanks) => (blanks.includes('\n') ? '\n' : ' '))
    .replace(/\n(?=[\ue010-\ue01a]*[.,;:)\]?!])|(?<=[([][\ue010-\ue01a]*)\n/g, '')
    .replace(/\n?\ue012([^\ue012\ue013]*)\ue013/g, attachScript)
    .replace(/\ue018\n?/g, '')
    .replace(/\ue010([^\ue010\ue011]*)\ue011/g, partFormula)
    .replace(/\ue014([^\ue014\ue015]*)\ue015/g, partWord)
    .replace(/\ue019([^\ue019\ue01a]*)\ue01a/g, partBetweenWords)
    .replace(/\s*\ue017[\s:]*/g, (_, at: number, given: string) => subtitleGap(given.slice(0, at)))
    .replace(everyMark, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?\ue016[ \ue016]*/g, '\n');
}

/** A word that is never the end of another, as `ase` is in H₂ase. */
const wordAfterScript = new RegExp(
  String.raw`^(?:${smallWords}|was|were|has|have|can|that|which|than|per|between|into|through|under|using|ions?)(?![\p{L}\p{N}])`,
  'u',
);

/**
 * Attaches a script to what is before it, or to the element whose isotope it names: `the ¹³C`. A small word after it gets
 * its blank: `CO₂ and`.
 */
function attachScript(whole: string, inner: string, at: number, given: string): string {
  const { before, after } = placeOf(given, at, whole);
  const isIsotope =
    whole.startsWith('\n') &&
    /^[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/.test(inner) &&
    /(?:\p{Ll}{2}|[(,])$/u.test(before) &&
    /^\n?\p{Lu}/u.test(after);
  if (isIsotope) return ` ${inner}\ue018`;
  return wordAfterScript.test(after) ? `${inner} ` : inner;
}

function partFormula(whole: string, inner: string, at: number, given: string): string {
  const { before, after } = placeOf(given, at, whole);
  const isApart = wordBefore.test(before) || given[at - 1] === formulaMarks[1] || /[^\d][,;:]$/.test(before);
  const gapBefore = isApart && !attached.test(inner) ? ' ' : '';
  return `${gapBefore}${inner}${endsInSign.test(inner) && wordAfter.test(after) ? ' ' : ''}`;
}

function partWord(whole: string, inner: string, at: number, given: string): string {
  const { before, after } = placeOf(given, at, whole);
  const text = withoutMarks(inner);
  if (!/\p{L}{3}/u.test(text)) return partBetweenWords(whole, inner, at, given);
  const isAfterWord = wordBefore.test(before) || /\p{L}[,;:]$/u.test(before);
  const gapBefore = /^\p{L}/u.test(text) && isAfterWord ? ' ' : '';
  const isBeforeWord = wordAfter.test(after) || /^\(\p{L}{3}/u.test(after);
  const gapAfter = /[\p{L}.]$/u.test(text) && !chemicalPrefix.test(text) && isBeforeWord ? ' ' : '';
  return `${gapBefore}${inner}${gapAfter}`;
}

/** An element between two whole words is a word, too: `an<scp>R</scp>package`. */
function partBetweenWords(whole: string, inner: string, at: number, given: string): string {
  const { before, after } = placeOf(given, at, whole);
  return wordBefore.test(before) && wordAfter.test(after) ? ` ${inner} ` : inner;
}

/** What is beside an element, up to the next formula. */
const placeOf = (text: string, at: number, whole: string): Place => ({
  before: (
    text
      .slice(Math.max(0, at - 24), at)
      .split(formulaMarks[1])
      .at(-1) ?? ''
  ).replace(everyMark, ''),
  after: (text.slice(at + whole.length, at + whole.length + 24).split(formulaMarks[0])[0] ?? '').replace(everyMark, ''),
});

const subtitleGap = (before: string): string => (before === '' ? '' : /[:?!.–—]$/.test(before) ? ' ' : ': ');

import { type Piece, readGroup, readOpenGroup, readOption, skipBlanks } from './groups.ts';
import { asScript } from './scripts.ts';

/** A switch of the font at the start of a group, `{\it in situ}`. It shows nothing itself. */
export const fontSwitches =
  /^\s*\\(?:it|em|bf|tt|sc|rm|sl|sf|cal|itshape|bfseries|ttfamily|scshape|rmfamily|sffamily|tiny|scriptsize|footnotesize|small|normalsize|large|Large|LARGE|huge)(?![a-zA-Z])\s*/;

/** Commands for the look or the kind of their argument, which is shown. */
const wrappers = new RegExp(
  `^(?:${[
    'emph|text(?:bf|it|tt|sc|sf|rm|sl|up|md|normal)?|underline|uline|ul|mbox|hbox|fbox|ensuremath|textquote|enquote',
    'url|path|nolinkurl|texorpdfstring|centering|center|boldmath|code',
    'ac[slfp]?|gls|Gls|hl|lstinline|rev|revise|revised|added|replaced|highlight|coloremph|red|blue',
  ].join('|')})$`,
);
/** Some authors write `{\emph word}`, as if it were a switch. */
const switchedWrappers = /^(?:emph|text(?:bf|it|tt|sc|sf|rm))$/;
/** Commands that show their second argument: `\textcolor{red}{text}`. */
const labelled = new Set(['textcolor', 'colorbox', 'hyperref']);
const citations = /^(?:[cC]ite[a-zA-Z]*|nocite|(?:eq|auto|page|[cC])?ref)$/;
const notes = new Set(['footnote', 'thanks', 'footnotetext']);
/** Commands that show nothing, not even their argument. */
const withoutText = new Set(['color', 'label', 'hspace', 'vspace', 'vskip', 'footnotemark', 'pagestyle', 'index']);
const scripts: ReadonlyMap<string, '^' | '_'> = new Map([
  ['textsuperscript', '^'],
  ['textsubscript', '_'],
]);
const abbreviations: ReadonlyMap<string, string> = new Map([
  ['eg', 'e.g.'],
  ['ie', 'i.e.'],
  ['Eg', 'E.g.'],
  ['Ie', 'I.e.'],
  ['etc', 'etc.'],
  ['etal', 'et al.'],
  ['cf', 'cf.'],
  ['vs', 'vs.'],
  ['wrt', 'w.r.t.'],
  ['aka', 'a.k.a.'],
  ['iid', 'i.i.d.'],
]);
const lists = /^(?:enumerate|itemize|description|inparaenum|center|quote|quotation|abstract|small|flushleft)\*?$/;
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

type Convert = (inside: string) => string;

/** The command of running text at this backslash, with its arguments. Null for an unknown command. */
export function readTextCommand(text: string, at: number, command: Piece, convert: Convert): Piece | null {
  const { text: name, end } = command;
  const short = abbreviations.get(name);
  if (short !== undefined) return { text: short, end: afterAbbreviation(text, end) };
  if (fontSwitches.test(`\\${name}`)) return readSwitch(text, end, convert);
  if (name === 'begin' || name === 'end' || name === 'item') return readListPart(text, name, end);
  const start = skipBlanks(text, afterOptions(text, end));
  const first = isText(name) ? readOpenGroup(text, start) : readGroup(text, start);
  if (first !== null) return withArgument(text, at, name, first, convert);
  return switchedWrappers.test(name) || notes.has(name) ? readSwitch(text, end, convert) : null;
}

const isText = (name: string): boolean => wrappers.test(name) || notes.has(name);

const afterOptions = (text: string, at: number): number => {
  const option = readOption(text, at);
  return option === null ? at : afterOptions(text, option.end);
};

function withArgument(text: string, at: number, name: string, first: Piece, convert: Convert): Piece | null {
  const gap = /[\s([~]/.test(text[at - 1] ?? ' ') ? '' : ' ';
  if (wrappers.test(name)) return readWrapped(text, name, first, convert);
  if (withoutText.has(name)) return readSwitch(text, first.end, convert);
  if (citations.test(name)) return { text: `${gap}[${first.text.trim()}]`, end: first.end };
  if (notes.has(name)) return { text: `${gap}(${convert(first.text).trim()})`, end: first.end };
  const script = scripts.get(name);
  if (script !== undefined) {
    const set = asScript(script, convert(first.text));
    return set === null ? null : { text: set, end: first.end };
  }
  if (name === 'href' || name === 'hyperlink') return readLink(text, first, convert);
  if (name === 'ion') return readIon(text, first);
  if (name === 'ding') return readDingbat(first);
  if (!labelled.has(name)) return null;
  const shown = readGroup(text, first.end);
  return shown === null ? { text: '', end: first.end } : { text: convert(shown.text), end: shown.end };
}

/** `\replaced{new}{old}` and `\texorpdfstring{TeX}{plain}` have a second argument that is not shown. */
function readWrapped(text: string, name: string, first: Piece, convert: Convert): Piece {
  const other = name === 'replaced' || name === 'texorpdfstring' ? readGroup(text, first.end) : null;
  return { text: convert(first.text), end: other?.end ?? first.end };
}

/** The place after the command's own full stop, so that it is not written twice. */
const afterAbbreviation = (text: string, end: number): number => {
  const next = text.startsWith('{}', end) ? end + 2 : end;
  return text[next] === '.' ? next + 1 : next;
};

/** A switch applies to the text after it. Braces after it were meant as its argument. */
function readSwitch(text: string, end: number, convert: Convert): Piece {
  const group = readGroup(text, end);
  return group === null ? { text: '', end: skipBlanks(text, end) } : { text: convert(group.text), end: group.end };
}

/** The label of a link, and its address where the label does not have it. */
export function readLink(text: string, address: Piece, convert: Convert): Piece {
  const label = readOpenGroup(text, address.end);
  const url = address.text.replace(/\\(?=[_%#&~])|\s/g, '');
  if (label === null) return { text: url, end: address.end };
  return { text: showLink(convert(label.text).trim(), url, address.text.trim()), end: label.end };
}

function showLink(label: string, url: string, typed: string): string {
  if (label === '' || /^this \S+ url$/i.test(label)) return url;
  // Some authors swap the two.
  if (/^https?:/.test(label) && !url.includes('/')) return typed === '' ? label : `${typed} (${label})`;
  const namesAddress = label.includes('://') || (label.includes('.') && url.includes(label));
  return url.includes('/') && !namesAddress ? `${label} (${url})` : label;
}

/** Astronomers count an atom's lost electrons from I: `\ion{O}{7}` is O VII. */
function readIon(text: string, element: Piece): Piece | null {
  const stage = readGroup(text, element.end);
  const numeral = stage && (roman[Number(stage.text) - 1] ?? stage.text.toUpperCase());
  return stage === null || numeral === null ? null : { text: `${element.text} ${numeral}`, end: stage.end };
}

/** Numbers in circles, ticks and crosses of the font Zapf Dingbats by their codes. */
function readDingbat({ text, end }: Piece): Piece | null {
  const code = Number(text);
  if (code >= 172 && code <= 181) return { text: String.fromCodePoint(0x2460 + code - 172), end };
  if (code >= 182 && code <= 211) return { text: String.fromCodePoint(0x2776 + code - 182), end };
  return code > 33 && code < 127 ? { text: String.fromCodePoint(0x2701 + code - 33), end } : null;
}

/** Lists become running text, with a bullet before each item. */
function readListPart(text: string, name: string, end: number): Piece | null {
  if (name === 'item') {
    const label = readOption(text, end);
    return { text: label === null ? '•' : label.text, end: label?.end ?? end };
  }
  const environment = readGroup(text, end);
  if (environment === null || !lists.test(environment.text)) return null;
  return { text: ' ', end: readOption(text, environment.end)?.end ?? environment.end };
}

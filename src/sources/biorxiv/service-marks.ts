import { asHeading, isHeading } from '../headings.ts';

/** Marks of letters within a word: small capitals, scripts, italics. */
const within = new Set([
  'SCPLOW',
  'SCPCAP',
  'SUB',
  'SUP',
  'INF',
  'IT',
  'ITALIC',
  'BOLD',
  'MONO',
  'STRIKE',
  'UNDL',
  'B',
  'I',
]);
/** Known marks of parts of the page. The longer of two that begin alike comes first. */
const known =
  'SCPLOW|SCPCAP|ST_ABS|LINKSMALLFIG|LINKFIG|INLINEFIG|FIG_DISPLAY(?:_L)?|FIG|TBL|TABLECAPTION|FIGCAPTION|FLOATNO|TEXTBOX|' +
  'LST|LI|UL|OL|BL|NL|QD|FD|BR|FN|APPENDIX|BOX';
const marks = new RegExp(`[OCM]_(${known})`, 'g');

/** Figures and tables, with their content. */
const floats = ['FIG_DISPLAY', 'FIG', 'TBL'].map((name) => ({
  end: `C_${name}`,
  pattern: new RegExp(`O_${name}(?![A-Z])[\\s\\S]{0,6000}?C_${name}(?!_)`, 'g'),
}));
/** What a figure leaves where its end is missing. */
const figureRemains =
  /O_LINK(?:SMALL)?FIG[^>\n]{0,400}>?|View (?:larger version|this table)(?: \([^()\n]{1,20}\))?:?(?=\s*org\.highwire)|(?:org\.highwire\.dtl\.\w+@[\da-f]+)+(?:_HPS_FORMAT_\w+)?|_HPS_FORMAT_\w+/g;

/** Words before a list or a heading within the same paragraph are its heading: `HighlightsO_LI`. */
const headingBefore = /((?:^|\n)[^\n.?!:_]{3,60}?)\s*(?=O_(?:LI|ST_ABS)(?!NK))/g;
/** A word in small capitals at the beginning of a paragraph: `AO_SCPLOWBSTRACTC_SCPLOW`. */
const smallCapitals = /(?<=(?:^|\n)\s*)(?:[A-Z]?O_SCP(?:LOW|CAP)[A-Z ]+C_SCP(?:LOW|CAP) ?)+/g;
const smallCapitalMarks = /[OC]_SCP(?:LOW|CAP)/g;

/**
 * A text without the marks of HighWire, the system behind the servers: `O_` opens a part of the page and `C_` closes it.
 * Marks within a word leave no gap, others begin a new line. Headings of abstracts get a colon.
 */
export function withoutMarks(text: string): string {
  if (!/[OCM]_[A-Z]/.test(text)) return text;
  const floatless = floats.reduce(
    (rest, { end, pattern }) => (rest.includes(end) ? rest.replace(pattern, '\n') : rest),
    text,
  );
  const headed = floatless
    .replace(figureRemains, ' ')
    .replace(headingBefore, '$1: ')
    .replace(smallCapitals, asHeadingLine)
    .replace(/O_ST_ABS([\s\S]{0,120}?)C_ST_ABS/g, (_, heading: string) => `\n${asHeading(heading)}`);
  return withoutUnknown(
    headed.replace(marks, (mark, name: string, at: number) => (isMark(headed, mark, name, at) ? gap(name) : mark)),
  );
}

/** A heading in small capitals gets its own line. Another word stays as it is. */
function asHeadingLine(word: string): string {
  const plain = word.replace(smallCapitalMarks, '');
  return isHeading(plain.trim()) ? `${plain}\n` : word;
}

const gap = (name: string): string => (within.has(name) ? '' : '\n');

/** Whether this is a mark, or a part of a name in capitals such as `NO_LIGHT`. Marks come in pairs. */
function isMark(text: string, mark: string, name: string, at: number): boolean {
  const [before] = /[A-Z_\d]*$/.exec(text.slice(Math.max(0, at - 40), at)) ?? [''];
  const [after] = /^[A-Z_\d]*/.exec(text.slice(at + mark.length, at + mark.length + 40)) ?? [''];
  const isInName = before !== '' && /^(?:$|[A-Z_\d]{2})/.test(after);
  return !isInName || name.startsWith('SCP') || isHeading(before) || hasPartner(text, mark, name);
}

const hasPartner = (text: string, mark: string, name: string): boolean =>
  text.includes(`${mark.startsWith('O') ? 'C' : 'O'}_${name}`);

/** Removes further marks: pairs of `O_` and `C_` with the same name. */
function withoutUnknown(text: string): string {
  const names = [...text.matchAll(/C_([A-Z]{2,14})/g)].flatMap(([, run = '']) => namesIn(text, run));
  if (names.length === 0) return text;
  const pattern = [...new Set(names)].sort((a, b) => b.length - a.length).join('|');
  return text.replace(new RegExp(`[OCM]_(${pattern})`, 'g'), (_, name: string) => gap(name));
}

/** The longest name at the beginning of these capitals that an opening mark has, too. */
function namesIn(text: string, run: string): readonly string[] {
  for (let length = run.length; length >= 2; length--) {
    if (text.includes(`O_${run.slice(0, length)}`)) return [run.slice(0, length)];
  }
  return [];
}

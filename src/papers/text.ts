import { splitAtAnd, splitCollaboration } from './collaborations.ts';
import { namedEntity } from './entities.ts';
import { texToUnicode } from './tex/tex.ts';

const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}\d{0,2}));/g;
const escapedAgain = /&(?:(?:amp|#38|#[xX]26);)+(?=#|[a-zA-Z]{2,8}\d{0,2};)/g;
/**
 * Invisible characters, which can reverse the text, hide in it, or split a word for a search. The flags of England,
 * Scotland and Wales have some of them, and match as a whole.
 */
const invisible =
  /\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}|[\p{Cc}\p{Cs}\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
const wholeFlag = /^\u{1f3f4}/u;
const lineBreaks = /[\t\n\v\f\r\u0085]/;
/** The two sides of a joiner that makes one picture of two: a woman and a microscope are a scientist. */
const pictureBefore = /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?$/u;
const pictureAfter = /^\p{Extended_Pictographic}/u;

/** White space that is not one blank, of which a text has hundreds. */
const otherBlanks = /[^\S ]\s*| \s+/g;

/** The form of most clean texts: words of ASCII with one space between two, without entities. */
const cleanAscii = /^[!-%'-~]+(?: [!-%'-~]+)*$/;

/**
 * A text from outside as one clean paragraph: entities decoded, control, bidirectional and zero-width characters
 * removed (except joiners within emoji), whitespace folded, composed (NFC). An entity that was escaped twice,
 * `&amp;lt;`, is decoded too.
 */
export function cleanText(text: string): string {
  if (cleanAscii.test(text)) return text;
  return text
    .replace(escapedAgain, '&')
    .replace(entity, decodeEntity)
    .replace(invisible, withoutInvisible)
    .replace(otherBlanks, ' ')
    .normalize('NFC')
    .trim();
}

/** How often converted text is read again until it stays the same. No real text needs more. */
const mostReadings = 5;

/**
 * A clean paragraph in which TeX is Unicode where that is safe. Idempotent: a stored text can be cleaned again. A text
 * that would change with each reading stays as it was given.
 */
export function cleanTexText(text: string): string {
  const given = cleanText(text);
  let clean = given;
  for (let reading = 0; reading < mostReadings; reading++) {
    const next = cleanText(texToUnicode(clean));
    if (next === clean) return clean;
    clean = next;
  }
  return given;
}

const address = /^(?:https?:|www\.)\S*$/i;

/** A name as clean text: without the braces of TeX and the marks of footnotes, `Ana Ruiz*†`. An address is not a name. */
export function cleanName(text: string): string {
  const name = cleanTexText(text).replace(/[{}]/g, '');
  return address.test(name) ? '' : name.replace(/[\s*†‡§¶]+$/, '');
}

/**
 * The authors in arXiv's text, which joins them by commas and by `and`, as the authors typed it:
 * `Ana Ruiz (1 and 2),  Deepti and Bo Li, ATLAS Collaboration, :, J. Smith Jr.`. Affiliations in parentheses are
 * dropped, and so is the `:` that stands between a collaboration and its members.
 */
export function splitCreators(text: string): string[] {
  return joinSuffixes(splitOutsideGroups(cleanText(text)))
    .flatMap((part) => splitCollaboration(cleanName(withoutAffiliations(part))))
    .flatMap(splitAtAnd)
    .filter((name) => /[\p{L}\p{N}]/u.test(name));
}

function withoutInvisible(character: string, at: number, text: string): string {
  if (lineBreaks.test(character)) return ' ';
  if (wholeFlag.test(character)) return character;
  if (character !== '\u200d') return '';
  return pictureBefore.test(text.slice(Math.max(0, at - 4), at)) && pictureAfter.test(text.slice(at + 1, at + 3))
    ? character
    : '';
}

function decodeEntity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return namedEntity(name) ?? whole;
  const number = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : whole;
}

/** Splits at commas, but not within parentheses or braces, unless those do not match up. */
function splitOutsideGroups(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '(' || character === '{') depth += 1;
    else if (character === ')' || character === '}') depth -= 1;
    else if (character === ',' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
    if (depth < 0) return text.split(',');
  }
  return depth === 0 ? [...parts, text.slice(start)] : text.split(',');
}

/** A name without affiliations. The innermost goes first, because they can be nested: `((1) CERN, (2) DESY)`. */
function withoutAffiliations(name: string): string {
  const shorter = name.replace(/\([^()]*\)/g, ' ');
  return shorter === name ? name.replace(/[()].*$/, '') : withoutAffiliations(shorter);
}

const isSuffix = (part: string): boolean => /^\s*(?:Jr|Sr|II|III|IV)\.?\s*$/.test(part);

/** Joins a name with its suffix: `J. Smith, Jr.` is one person. */
function joinSuffixes(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const previous = joined.at(-1);
    if (previous !== undefined && isSuffix(part)) joined[joined.length - 1] = `${previous.trimEnd()}, ${part.trim()}`;
    else joined.push(part);
  }
  return joined;
}

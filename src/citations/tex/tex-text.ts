import { singleLine } from '../single-line.ts';
import { accents, mathSigns, scripts, signs } from './characters.ts';

/** A letter and the marks on it. */
const cluster = /[\p{L}\p{N}]\p{M}+/gu;
const needsWork = /[\\{}%&$#_~^<>|"]|--|``|''|[?!]`|[^\0-\x7f]/u;

/**
 * The text as TeX, so that BibTeX, biber and programs that keep references read the same text from it. Letters with
 * accents become commands, which all of them know. Signs without a command in the usual fonts stay in UTF-8.
 */
export function texText(text: string): string {
  const line = singleLine(text);
  if (!needsWork.test(line)) return line;
  const parts: string[] = [];
  let at = 0;
  const decomposed = line.normalize('NFD');
  for (const { 0: letters, index } of decomposed.matchAll(cluster)) {
    parts.push(signsOf(decomposed.slice(at, index)), accented(letters));
    at = index + letters.length;
  }
  return [...parts, signsOf(decomposed.slice(at))].join('');
}

/** Two signs that TeX would join to one are kept apart. */
const signsOf = (text: string): string =>
  [...text.replace(/(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=[?!])(?=`)/g, '\0')].map(signOf).join('').normalize('NFC');

const signOf = (sign: string): string =>
  sign === '\0' ? '{}' : (signs.get(sign) ?? mathSigns.get(sign) ?? scripts.get(sign) ?? sign);

/** `é` as `{\'e}`, `ệ` as `{\^{\d{e}}}`. A letter of another script, or with another mark, stays as it is. */
function accented(letters: string): string {
  const [letter = '', ...marks] = letters;
  const commands = marks.map((mark) => accents.get(mark));
  if (!/[a-zıA-Z]/.test(letter) || commands.includes(undefined)) return letters.normalize('NFC');
  const inner = commands.reduce<string>((inside, command) => `\\${command}${argument(inside, command)}`, letter);
  return `{${inner}}`;
}

/** A command of one letter needs braces around its argument, and so does an argument that is a command. */
const argument = (inside: string, command: string | undefined): string => {
  const letter = inside === 'ı' ? '\\i' : inside;
  return letter.length > 1 || /[a-zA-Z]/.test(command ?? '') ? `{${letter}}` : letter;
};

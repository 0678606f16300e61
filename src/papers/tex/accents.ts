/** Combining marks by the TeX command that puts them on a letter. */
const marks: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030a'],
  ['H', '\u030b'],
  ['v', '\u030c'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
  ['h', '\u0309'],
  ['textcommabelow', '\u0326'],
  ['textcommaabove', '\u0313'],
]);

/** Marks over a letter in mathematics: `\hat{x}`. */
export const mathMarks: ReadonlyMap<string, string> = new Map([
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['bar', '\u0304'],
  ['overline', '\u0304'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['check', '\u030c'],
  ['vec', '\u20d7'],
  ['overrightarrow', '\u20d7'],
  ['mathring', '\u030a'],
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['breve', '\u0306'],
  ['widebar', '\u0304'],
  ['dddot', '\u20db'],
  ['Bar', '\u0304'],
  ['Hat', '\u0302'],
  ['Tilde', '\u0303'],
]);

/** Letters that TeX writes as commands: `{\ss}`, `\O`. */
export const letterCommands: ReadonlyMap<string, string> = new Map([
  ['ss', 'ß'],
  ['SS', 'ẞ'],
  ['o', 'ø'],
  ['O', 'Ø'],
  ['l', 'ł'],
  ['L', 'Ł'],
  ['ae', 'æ'],
  ['AE', 'Æ'],
  ['oe', 'œ'],
  ['OE', 'Œ'],
  ['aa', 'å'],
  ['AA', 'Å'],
  ['i', 'ı'],
  ['j', 'ȷ'],
  ['dh', 'ð'],
  ['DH', 'Ð'],
  ['cprime', 'ʹ'],
  ['dbar', 'đ'],
  ['Dbar', 'Đ'],
  ['dj', 'đ'],
  ['DJ', 'Đ'],
  ['th', 'þ'],
  ['TH', 'Þ'],
  ['ng', 'ŋ'],
  ['NG', 'Ŋ'],
  ['ohorn', 'ơ'],
  ['OHORN', 'Ơ'],
  ['uhorn', 'ư'],
  ['UHORN', 'Ư'],
]);

/** Whether this command puts an accent on the next letter. */
export const isAccent = (command: string): boolean => marks.has(command);

/** Whether this accent is written as a letter (`\v`), so that it needs a blank or a brace before a letter. */
export const isLetterAccent = (command: string): boolean => /[a-zA-Z]/.test(command) && marks.has(command);

/**
 * The letter with the accent, as one character. Null where Unicode has no such letter: the text is then probably not an
 * accent (`\"key\"` in a piece of JSON).
 */
export function accented(command: string, letter: string): string | null {
  const mark = marks.get(command);
  const base = dotted(letter.trim());
  if (mark === undefined || !/^\p{L}\p{M}*$/u.test(base)) return null;
  if (command === '.' && base === 'i') return 'i';
  const composed = compose(base, mark);
  // Unicode has no single character for some letters with two accents.
  return composed.length === 1 || /\p{M}/u.test(base.normalize('NFD')) ? composed : null;
}

/** The letter with the mark: before its other marks if only that is a letter of Unicode, as in `\^{\~e}`, ễ. */
function compose(base: string, mark: string): string {
  const [letter = '', ...others] = base.normalize('NFD');
  const direct = `${base}${mark}`.normalize('NFC');
  const first = `${letter}${mark}${others.join('')}`.normalize('NFC');
  return direct.length > 1 && first.length === 1 ? first : direct;
}

/** The letter with its dot, because Unicode composes accents from it: í from i. */
const dotted = (letter: string): string => letter.replace('ı', 'i').replace('ȷ', 'j');

// Anything beyond ASCII, apostrophes, acronyms, and the signs that belong to a word as in `C++` and `C#`.
const notPlain = /[^\0-\x7f]|['`#]|\+\+|\.[^\s.]\./;

/**
 * Whether the words of a text stand in it just as they are compared, except for capitals: each is a run of ASCII letters and
 * digits. Nearly all abstracts are so, and need not be cut into words to be searched for some.
 */
export const isPlainText = (text: string): boolean => !notPlain.test(text);

const plainWord = /^[A-Za-z0-9]+$/;

/** A form of a word as it is looked for. */
interface SoughtForm {
  readonly text: string;
  /** The form with its capitals, if they count. */
  readonly cased: string | null;
}

/** Finds these forms next to each other in a plain text. Null if no plain text has them. */
export function plainPattern(forms: readonly SoughtForm[]): RegExp | null {
  if (!forms.every(({ text, cased }) => plainWord.test(cased ?? text))) return null;
  const words = forms.map(({ text, cased }) => cased ?? `(?i:${text})`);
  return new RegExp(`(?<![A-Za-z0-9])${words.join('[^A-Za-z0-9]+')}(?![A-Za-z0-9])`);
}

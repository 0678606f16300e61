/**
 * The scripts whose words have no blanks between them, as a character class. Korean puts blanks between words, but ties
 * particles to them: `모델을` is `모델` with a particle.
 */
export const unspacedScripts = String.raw`[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]`;

const unspacedLetter = new RegExp(String.raw`[[\p{L}\p{N}]&&${unspacedScripts}]`, 'v');
const unspacedEnd = new RegExp(String.raw`[[\p{L}\p{N}]&&${unspacedScripts}]\p{M}*$`, 'v');
/** All of these scripts have larger code units; nearly all words are decided by it. */
const smallest = 0x0e01;

/** Whether a folded word or text begins with a letter of a script without blanks. Each such letter is a word. */
export const beginsUnspaced = (text: string): boolean =>
  text.charCodeAt(0) >= smallest && unspacedLetter.test(String.fromCodePoint(text.codePointAt(0) ?? 0));

/** Whether a folded text ends in such a letter with its marks. */
export const endsUnspaced = (text: string): boolean => unspacedEnd.test(text);

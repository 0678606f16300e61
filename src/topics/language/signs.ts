/** Keyboards and phones insert these instead of a plain quotation mark. Any of them closes any other. */
export const quotes = '"“”„‟«»「」『』';

// The wide forms of ASCII that Chinese, Japanese and Korean keyboards type: `cat：cs.LG`.
const wideForms = /[！-～]/g;
const wideBy = 0xfee0;

/** The text with plain signs for wide ones. One UTF-16 unit replaces one, so positions stay the same. */
export const plainSigns = (typed: string): string =>
  typed.replace(wideForms, (wide) => String.fromCharCode(wide.charCodeAt(0) - wideBy));

const phrase = new RegExp(`[${quotes}]([^${quotes}]*)[${quotes}]`, 'g');

/** Stands for each character within quotation marks: no text of a topic has this private character. */
const masked = '\uE000';

/** The text with plain signs and plain quotation marks, and with masks for all that stands in quotes. */
export const maskPhrases = (typed: string): string =>
  plainSigns(typed).replace(phrase, (_, inside: string) => `"${masked.repeat(inside.length)}"`);

import { maskPhrases } from '../signs.ts';
import { hasAddressOperators } from './habitual-words.ts';

// Only signs that a topic can have. Others stay as they are.
const encoded: Readonly<Record<string, string>> = {
  '%20': ' ',
  '%22': '"',
  '%28': '(',
  '%29': ')',
  '%2B': '+',
  '%3A': ':',
  '%7C': '|',
};
const plusOrPercent = /[+%]/;
const plusOrEncoded = /\+|%(?:20|22|28|29|2B|3A|7C)/gi;
const anyEncoded = /%(?:20|22|28|29|2B|3A|7C)/i;
/** Not seen, and skipped wherever it stands: see the lexer. */
const unseen = '\u200B\u200B';

/**
 * The topic in a text that was copied out of an address, as arXiv's interface has it: `cat:cs.AI+OR+cat:cs.CV`,
 * `%22electron+gas%22`. Other texts stay as they are. All positions stay the same.
 */
export function decodeAddress(text: string): string {
  if (!plusOrPercent.test(text)) return text;
  const open = maskPhrases(text);
  if (!hasAddressOperators(open) && !anyEncoded.test(open)) return text;
  return text.replace(plusOrEncoded, (code, position: number) => {
    if (open[position] !== code.charAt(0)) return code;
    return code === '+' ? ' ' : `${encoded[code.toUpperCase()] ?? code}${unseen}`;
  });
}

import { singleLine } from '../single-line.ts';
import { texText } from './tex-text.ts';

/**
 * The title as TeX. Many styles write a title small except its first letter. Braces keep the capitals that make a word
 * what it is: `{BERT}`, `{GPT-4}`, `{mRNA}`, and names in a title that is otherwise written small.
 */
export function texTitle(title: string): string {
  const words = singleLine(title).split(' ');
  const isMostlySmall = isWrittenSmall(words);
  return words
    .map((word, index) => {
      const isFirst = index === 0 || /[:.?!–—]$/.test(words[index - 1] ?? '');
      return withBraces(word, isMostlySmall && !isFirst);
    })
    .join(' ');
}

/** Whether half of the longer words begin with a small letter. Short words do so in every title. */
function isWrittenSmall(words: readonly string[]): boolean {
  const longer = words.slice(1).filter((word) => /^\p{L}{5}/u.test(word));
  return longer.filter((word) => /^\p{Ll}/u.test(word)).length * 2 >= Math.max(1, longer.length);
}

/** A word with what stands around it: `(BERT):`. */
const parts = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}+#*]*)$/su;

function withBraces(word: string, keepsFirst: boolean): string {
  const [, before = '', core = '', after = ''] = parts.exec(word) ?? [];
  if (core === '' || !hasCapitalsToKeep(core, keepsFirst)) return texText(word);
  return `${texText(before)}{${texText(core)}}${texText(after)}`;
}

/** A capital letter inside of a part of a word, beside a digit, or alone. `A` alone is mostly an article. */
function hasCapitalsToKeep(word: string, keepsFirst: boolean): boolean {
  return word.split(/[^\p{L}\p{N}\p{M}]+/u).some((part) => {
    if (/[\p{L}\p{N}].*\p{Lu}|\p{Lu}.*\p{N}/u.test(part)) return true;
    if (/^\p{Lu}$/u.test(part)) return part !== 'A' || word !== 'A';
    return keepsFirst && /^\p{Lu}/u.test(part);
  });
}

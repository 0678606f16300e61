/** Characters that reorder, hide or fake text: controls, bidirectional marks, zero-width characters, tags, fillers. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\ufffd]/gu;

/** Most texts: ASCII words with single spaces. */
const plainAscii = /^[!-~]+(?: [!-~]+)*$/;

/** The text on one line, without invisible characters and half surrogates, and with single spaces. */
export function plainLine(text: string): string {
  if (plainAscii.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(invisible, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** At most `limit` characters of `text` with an ellipsis, cut after a word if that drops little. */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit <= 1) return '…'.slice(0, Math.max(0, limit));
  let end = wordEnd(text, limit);
  if (isHalved(text, end)) end -= 1;
  while (end > 0 && loose.test(text.charAt(end - 1))) end -= 1;
  return `${text.slice(0, end)}…`;
}

/** The last end of a word in the second half of the limit; the limit if there is none. */
function wordEnd(text: string, limit: number): number {
  for (let at = limit - 1; at > limit / 2; at -= 1) {
    if (text[at] === ' ' || wide.test(text.slice(at - 1, at + 1))) return at;
  }
  return limit - 1;
}

/** Chinese and Japanese characters, which have no blanks between words: a text can be cut next to each of them. */
const wide = /[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef]/;

/** Characters that should not stand before an ellipsis. */
const loose = /[\s,;:.(–—、。，；：（「『“-]/;

/** Whether the position is in the middle of a surrogate pair. */
const isHalved = (text: string, at: number): boolean => (text.codePointAt(at - 1) ?? 0) > 0xffff;

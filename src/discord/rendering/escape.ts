/** Characters with a meaning in Discord's markdown anywhere in a line. */
const special = /[\\[\]()<>@#*_~`|]/g;

/** The start of a list or of subtext at the beginning of a line. `#`, `*` and `>` are always escaped. */
const bullet = /^(?=[-+])/;
const numbered = /^(\d+)(?=\.)/;

/**
 * A scheme that Discord would turn into a link; escapes within the address would then break that link. At the end of a
 * piece, the slashes may follow in the next piece.
 */
const scheme = /:(?=\/|$)/g;

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

/**
 * Foreign text, escaped so that Discord shows it literally: it cannot ping, link or format. Line breaks become spaces.
 * It is for places that render markdown. Footers and select menus use `plainLine`.
 */
export const escapeText = (text: string): string => escapePiece(plainLine(text), true);

/** A piece of a plain line, escaped. `isFirst`: it begins the line, where more characters have a meaning. */
export function escapePiece(piece: string, isFirst: boolean): string {
  const escaped = piece.replace(special, '\\$&').replace(scheme, '\\:');
  return isFirst ? escaped.replace(bullet, '\\').replace(numbered, '$1\\') : escaped;
}

/** `text`, escaped and cut at a word, so that the result has at most `limit` characters. */
export const escapeToFit = (text: string, limit: number): string => fitToLimit(plainLine(text), limit, escapeText);

/**
 * The longest beginning of a plain line, cut at a word, whose rendered text has at most `limit` characters. `render`
 * must not shorten a text.
 */
export function fitToLimit(plain: string, limit: number, render: (cut: string) => string): string {
  if (plain.length <= limit) {
    const whole = render(plain);
    if (whole.length <= limit) return whole;
  }
  let best = { cut: '', rendered: render('') };
  let fits = 0;
  // A cut drops the punctuation before it, so a few characters more than the limit can fit.
  let over = Math.min(plain.length, limit + 8);
  // The first guess cuts off the surplus, because a rendered text is only a little longer than its source.
  let middle = over - 1;
  while (over - fits > 1) {
    const cut = cutAtWord(plain, middle);
    const rendered = cut === best.cut ? best.rendered : render(cut);
    if (rendered.length <= limit) {
      fits = middle;
      best = { cut, rendered };
      middle = (fits + over) >> 1;
    } else {
      over = middle;
      middle = Math.max((fits + over) >> 1, over - (rendered.length - limit));
    }
  }
  return best.rendered;
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

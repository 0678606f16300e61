/** Characters that mean something to Discord's markdown anywhere in a line. */
const special = /[\\[\]()<>@#*_~`|]/g;

/** What would start a list or subtext at the beginning of a line; `#`, `*` and `>` are escaped anyway. */
const bullet = /^(?=[-+])/;
const numbered = /^(\d+)(?=\.)/;

/**
 * A scheme that Discord would turn into a link, which escapes within the address would then break. At the end of a piece
 * the slashes may follow in the next one.
 */
const scheme = /:(?=\/|$)/g;

/** Characters that reorder, hide or fake text: controls, bidirectional marks, zero width, tags, fillers. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\ufffd]/gu;

/** What most texts are: words of ASCII with one space between two. */
const plainAscii = /^[!-~]+(?: [!-~]+)*$/;

/** One line of plain text: nothing invisible, no half characters, white space as single spaces. */
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
 * Text of others as Discord shows it literally: it can neither ping, nor link, nor format. Line breaks become spaces.
 * For places that render markdown; footers and select menus take `plainLine`.
 */
export const escapeText = (text: string): string => escapePiece(plainLine(text), true);

/** A piece of a plain line, escaped. `isFirst`: the line begins with it, where more characters mean something. */
export function escapePiece(piece: string, isFirst: boolean): string {
  const escaped = piece.replace(special, '\\$&').replace(scheme, '\\:');
  return isFirst ? escaped.replace(bullet, '\\').replace(numbered, '$1\\') : escaped;
}

/** `text` escaped and cut at a word so that the result has at most `limit` characters. */
export const escapeToFit = (text: string, limit: number): string => fitToLimit(plainLine(text), limit, escapeText);

/** As much of a plain line, cut at a word, as `render` makes at most `limit` characters of; it never makes fewer. */
export function fitToLimit(plain: string, limit: number, render: (cut: string) => string): string {
  if (plain.length <= limit) {
    const whole = render(plain);
    if (whole.length <= limit) return whole;
  }
  let best = { cut: '', rendered: render('') };
  let fits = 0;
  // A cut loses the punctuation before it, so that a little more than the limit can fit.
  let over = Math.min(plain.length, limit + 8);
  // To cut off what is too much is nearly right: what is rendered is little longer than what it is made of.
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

/** At most `limit` characters of `text`, cut after a word where that loses little, with an ellipsis. */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit <= 1) return '…'.slice(0, Math.max(0, limit));
  const space = text.lastIndexOf(' ', limit - 1);
  let end = space > limit / 2 ? space : limit - 1;
  if (isHalved(text, end)) end -= 1;
  while (end > 0 && loose.test(text.charAt(end - 1))) end -= 1;
  return `${text.slice(0, end)}…`;
}

/** What no text should end with before an ellipsis. */
const loose = /[\s,;:.(–—-]/;

/** Whether a character that takes two units would be cut in two there. */
const isHalved = (text: string, at: number): boolean => (text.codePointAt(at - 1) ?? 0) > 0xffff;

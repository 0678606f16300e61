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

/** One line of plain text: nothing invisible, no half characters, white space as single spaces. */
export const plainLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(invisible, '')
    .replace(/ {2,}/g, ' ')
    .trim();

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

/** As much of a plain line, cut at a word, as `render` makes at most `limit` characters of. */
export function fitToLimit(plain: string, limit: number, render: (cut: string) => string): string {
  const whole = render(plain);
  if (whole.length <= limit) return whole;
  let fits = 0;
  let over = plain.length;
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (render(cutAtWord(plain, middle)).length <= limit) fits = middle;
    else over = middle;
  }
  return render(cutAtWord(plain, fits));
}

/** At most `limit` characters of `text`, cut after a word where that loses little, with an ellipsis. */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit <= 1) return '…'.slice(0, Math.max(0, limit));
  const space = text.slice(0, limit).lastIndexOf(' ');
  const kept = text.slice(0, space > limit / 2 ? space : limit - 1);
  return `${kept
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .replace(/[\s,;:.(–—-]+$/u, '')}…`;
}

import { cutAtWord, plainLine } from '../../wording/plain-text.ts';

export { cutAtWord, plainLine };

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

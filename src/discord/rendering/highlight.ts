import type { Place } from '../../topics/operators/operator.ts';
import { placesInPlainLine } from '../../wording/highlighted-places.ts';
import { escapePiece, fitToLimit, plainLine } from './escape.ts';

/**
 * `text`, escaped and cut as by `escapeToFit`, with its places in bold. Places are positions in `text`, in any order.
 * They must not split a character. Bold text is escaped like all other text, so it cannot end its bold.
 * @param plain the plain line of `text`; callers that show a text often keep it
 */
export function highlightToFit(
  text: string,
  places: readonly Place[],
  limit: number,
  plain: string = plainLine(text),
): string {
  const apart = placesInPlainLine(text, places, plain);
  return fitToLimit(plain, limit, (cut) => {
    // The ellipsis of a cut is not part of the text.
    const kept = cut === plain ? plain.length : Math.max(0, cut.length - 1);
    return markPlaces(cut, apart, kept);
  });
}

function markPlaces(text: string, places: readonly Place[], kept: number): string {
  let marked = '';
  let done = 0;
  for (const place of places) {
    const end = Math.min(place.end, kept);
    if (place.start >= end) break;
    marked += `${escapePiece(text.slice(done, place.start), done === 0)}**${escapePiece(text.slice(place.start, end), false)}**`;
    done = end;
  }
  return marked + escapePiece(text.slice(done), done === 0);
}

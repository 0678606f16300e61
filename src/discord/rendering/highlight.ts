import type { Place } from '../../topics/operators/operator.ts';
import { escapePiece, fitToLimit, plainLine } from './escape.ts';

/** Text between two places that does not interrupt the bold. */
const joint = /^[ -]*$/;

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
  const inPlain = plain === text ? places : places.map((place) => placeInPlainLine(place, text));
  const apart = joinPlaces(inPlain, plain);
  return fitToLimit(plain, limit, (cut) => {
    // The ellipsis of a cut is not part of the text.
    const kept = cut === plain ? plain.length : Math.max(0, cut.length - 1);
    return markPlaces(cut, apart, kept);
  });
}

/** The place of a text in its plain line. The added letter keeps the spaces before it from being trimmed. */
function placeInPlainLine({ start, end }: Place, text: string): Place {
  const inPlain = (position: number): number => plainLine(`${text.slice(0, position)}x`).length - 1;
  return { start: inPlain(start), end: inPlain(end) };
}

/** The places in order, neighbours joined: Discord does not read four asterisks in a row as two marks. */
function joinPlaces(places: readonly Place[], text: string): readonly Place[] {
  const joined: Place[] = [];
  for (const place of places.toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (place.end <= place.start) continue;
    if (last === undefined || !joint.test(text.slice(last.end, place.start))) joined.push(place);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, place.end) };
  }
  return joined;
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

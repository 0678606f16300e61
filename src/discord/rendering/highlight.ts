import type { Place } from '../../topics/operators/operator.ts';
import { escapePiece, fitToLimit, plainLine } from './escape.ts';

/** What may stand between two places without being worth a mark of its own. */
const joint = /^[ -]*$/;

/**
 * `text` escaped and cut as by `escapeToFit`, with the places in it in bold. Places are those of `text` as it is, in any
 * order; none may begin or end within a character. What is bold is escaped as all else is, so no text can end its bold.
 * Whoever shows a text often keeps its plain line.
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
    // What was cut off is said by an ellipsis, which is no part of the text.
    const kept = cut === plain ? plain.length : Math.max(0, cut.length - 1);
    return markPlaces(cut, apart, kept);
  });
}

/** Where a place of a text is in its plain line. The letter keeps spaces before it from being trimmed. */
function placeInPlainLine({ start, end }: Place, text: string): Place {
  const inPlain = (position: number): number => plainLine(`${text.slice(0, position)}x`).length - 1;
  return { start: inPlain(start), end: inPlain(end) };
}

/** In order, and with something between any two, since four asterisks in a row would be no marks. */
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

import type { Place } from '../topics/operators/operator.ts';
import { plainLine } from './plain-text.ts';

/** Text between two places that does not interrupt the bold. */
const joint = /^[ -]*$/;

/** The places of a text as places of its plain line, in order, and neighbours joined. */
export function placesInPlainLine(text: string, places: readonly Place[], plain: string): readonly Place[] {
  return joinPlaces(plain === text ? places : places.map((place) => placeInPlainLine(place, text)), plain);
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

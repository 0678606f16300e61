import { SourceError } from '../source.ts';

/** More items than any answer has. */
const mostItems = 10_000;

/** Where an item stands in a document, in bytes. */
interface ItemRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the items of a document without reading it as XML, so that a damaged item hides no other. An item ends at its
 * closing tag, or where the next one begins. A last item without an end is left out: the document may be cut there.
 * @param elements that can be items; the one that comes first is meant
 */
export function findItems(
  body: Buffer,
  elements: readonly { readonly name: string }[],
  source: string,
): { readonly name: string; readonly ranges: readonly ItemRange[] } {
  const firsts = elements
    .map(({ name }) => ({ name, start: findTag(body, name, 0) }))
    .filter(({ start }) => start >= 0);
  const [first] = firsts.toSorted((one, other) => one.start - other.start);
  if (first === undefined) return { name: elements[0]?.name ?? '', ranges: [] };
  const { name } = first;
  const closing = `</${name}>`;
  const ranges: ItemRange[] = [];
  let { start } = first;
  let close = 0;
  while (start >= 0) {
    if (close >= 0 && close < start) close = body.indexOf(closing, start);
    const next = findTag(body, name, start + 1);
    const isClosed = close >= 0 && (next < 0 || close < next);
    if (!isClosed && next < 0) break;
    ranges.push({ start, end: isClosed ? close + closing.length : next });
    if (ranges.length > mostItems) throw new SourceError('malformed', `${source} sent more than ${mostItems} items`);
    start = next;
  }
  return { name, ranges };
}

/** The next opening tag of that name, or -1. */
function findTag(body: Buffer, name: string, from: number): number {
  const opening = `<${name}`;
  let at = body.indexOf(opening, from);
  while (at >= 0 && !' \t\r\n>/'.includes(String.fromCharCode(body[at + opening.length] ?? 0))) {
    at = body.indexOf(opening, at + 1);
  }
  return at;
}

/** The document without its items. */
export function withoutItems(body: Buffer, items: readonly ItemRange[]): Buffer {
  const starts = [0, ...items.map(({ end }) => end)];
  return Buffer.concat(starts.map((start, index) => body.subarray(start, items[index]?.start ?? body.length)));
}

import { atOnce } from '../../sql/at-once.ts';
import type { Connection } from '../../sql/connection.ts';
import type { PaperRange } from './paper-set.ts';

/** An aggregate of SQL: the numbers of papers as bytes, which are read much faster than rows. */
export const packed = (number: string): string => `string_agg(int4send(cast(${number} as integer)), cast('' as bytea))`;

/** What `packed` gives. It is null for no paper. */
export type Packed = Uint8Array | null;

const bytesOfNumber = 4;
const none = new Int32Array(0);

export function unpacked(bytes: Packed | undefined): Int32Array {
  if (bytes === null || bytes === undefined) return none;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = new Int32Array(bytes.byteLength / bytesOfNumber);
  for (let index = 0; index < numbers.length; index += 1) numbers[index] = view.getInt32(index * bytesOfNumber);
  return numbers;
}

/** Reads which papers have a token or a phrase. A search reads each list once. */
export interface PaperLists {
  /** Begins a search. @param queries what it needs for sure */
  begin(queries: readonly string[]): Promise<void>;
  /** @param queries texts of a `tsquery` each. The result knows the numbers of these, in no order. */
  read(queries: readonly string[]): Promise<(query: string) => Int32Array>;
  /** The papers that can be found. */
  range(): Promise<PaperRange>;
}

interface ListRow {
  readonly place: number;
  readonly numbers: Packed;
}

/** @param first gives the number of the first paper that can be found */
export function paperLists(db: Connection, first: () => Promise<number>): PaperLists {
  // The index looks up many tokens one by one in less time than one query for any of them.
  const read = db.prepare<[string], ListRow>(
    `select asked.place, (select ${packed('number')} from paper_search where tokens @@ asked.query) as numbers
     from json_to_recordset(cast(? as json)) as asked (place bigint, query tsquery)`,
  );
  const bounds = db.prepare<[], { readonly lowest: number | null; readonly highest: number | null }>(
    'select (select min(number) from paper_search) as lowest, (select max(number) from paper_search) as highest',
  );
  const known = new Map<string, Int32Array>();
  let range: Promise<PaperRange> | undefined;

  async function readRange(): Promise<PaperRange> {
    const [found, from] = await atOnce([bounds.get(), first()]);
    const { lowest, highest } = found ?? { lowest: null, highest: null };
    if (lowest === null || highest === null) return { lowest: 0, size: 0 };
    const least = Math.max(lowest, from);
    return { lowest: least, size: Math.max(0, highest - least + 1) };
  }

  async function readLists(queries: readonly string[]): Promise<void> {
    const missing = [...new Set(queries)].filter((query) => !known.has(query));
    if (missing.length === 0) return;
    const asked = missing.map((query, place) => ({ place, query: query.toWellFormed() }));
    for (const { place, numbers } of await read.all(JSON.stringify(asked)))
      known.set(missing[place] ?? '', unpacked(numbers));
  }

  return {
    async begin(queries) {
      known.clear();
      range = readRange();
      await atOnce([range, readLists(queries)]);
    },
    async read(queries) {
      await readLists(queries);
      return (query) => known.get(query) ?? none;
    },
    range: () => {
      range ??= readRange();
      return range;
    },
  };
}

import { memoByKey } from '../../../memo.ts';
import type { LocalDate } from '../../../time.ts';
import type { DigestRun, EarlierListing } from '../../runs.ts';
import type { Connection } from '../connection.ts';
import { getTableColumns } from '../drizzle.ts';
import { rowsStatement } from '../rows-statement.ts';
import { digestRuns } from '../schema/digest-schema.ts';

const columns = getTableColumns(digestRuns);
const names = Object.keys(columns) as (keyof typeof columns)[];
/** The columns that a later run of the same day changes. */
const { channelId: _channel, date: _date, since: _since, ...changing } = columns;

/** Writes runs over the stored ones, inside the caller's transaction. Each channel has one run at most for each date. */
export function runWriter(db: Connection): (runs: readonly DigestRun[]) => Promise<void> {
  const put = rowsStatement<readonly unknown[]>(db, {
    row: `(${names.map(() => '?').join(', ')})`,
    textWith: (rows) =>
      `insert into digest_runs (${names.map((name) => columns[name].name).join(', ')}) values ${rows}
       on conflict (channel_id, date) do update
       set ${Object.values(changing)
         .map(({ name }) => `${name} = excluded.${name}`)
         .join(', ')}`,
  });
  return async (runs) => {
    await put.run(runs.map(rowOf));
  };
}

const rowOf = (run: DigestRun): readonly unknown[] => {
  const values = { counted: [], ...run };
  return names.map((name) => (values[name] === null ? null : columns[name].mapToDriverValue(values[name])));
};

/** For how many past digests it counts which listings they had. */
const digestsChecked = 14;

type ListingKey = Pick<EarlierListing, 'source' | 'date'>;

/** Reads the listings that earlier digests of a channel expected. */
export function earlierListingReader(
  db: Connection,
): (channelId: string, since: LocalDate) => Promise<readonly EarlierListing[]> {
  const runs = db.prepare<
    [string, LocalDate],
    { readonly state: DigestRun['state']; readonly missing: string; readonly told: string }
  >(
    `select state, missing, told from digest_runs
     where channel_id = ? and date >= ? and state in ('planned', 'stale', 'quiet') order by date desc`,
  );
  return async (channelId, since) =>
    (await runs.all(channelId, since)).flatMap(({ state, missing, told }, index) => [
      ...(state === 'quiet' ? [] : missingIn(missing)),
      ...(index < digestsChecked ? countedIn(told) : []),
    ]);
}

/** How many lists of listings are remembered. Digests of one day have the same ones. */
const listsRemembered = 200;

const listingsOf = (isMissing: boolean) =>
  memoByKey(listsRemembered, (json: string): readonly EarlierListing[] =>
    JSON.parse(json).map(({ source, date }: ListingKey) => ({ source, date, isMissing })),
  );

const missingIn = listingsOf(true);
const countedIn = listingsOf(false);

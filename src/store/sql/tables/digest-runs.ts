import type { LocalDate } from '../../../time.ts';
import type { DigestRun, EarlierListing } from '../../runs.ts';
import type { Connection } from '../connection.ts';
import { getTableColumns } from '../drizzle.ts';
import { digestRuns } from '../schema/digest-schema.ts';
import { parametersOf } from '../schema/parameters.ts';

/** Writes a run over the stored one, inside the caller's transaction. */
export function runWriter(db: Connection): (run: DigestRun) => Promise<void> {
  const { channelId, date, since, ...rest } = parametersOf(getTableColumns(digestRuns));
  const put = db.preparedChange(
    db
      .insert(digestRuns)
      .values({ channelId, date, since, ...rest })
      .onConflictDoUpdate({ target: [digestRuns.channelId, digestRuns.date], set: rest }),
  );
  return async (run) => {
    await put.run({ ...run, counted: run.counted ?? [] });
  };
}

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
      ...(state === 'quiet' ? [] : listingsIn(missing, true)),
      ...(index < digestsChecked ? listingsIn(told, false) : []),
    ]);
}

const listingsIn = (json: string, isMissing: boolean): readonly EarlierListing[] =>
  json === '[]' ? [] : JSON.parse(json).map(({ source, date }: ListingKey) => ({ source, date, isMissing }));

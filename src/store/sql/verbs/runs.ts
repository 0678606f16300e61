import type { LocalDate } from '../../../time.ts';
import type { DigestRun, RunVerbs } from '../../runs.ts';
import { askedTexts } from '../asked-texts.ts';
import { onceByKey } from '../calls.ts';
import type { Connection } from '../connection.ts';
import { and, desc, eq, inArray, sql } from '../drizzle.ts';
import { digestRuns } from '../schema/digest-schema.ts';
import { earlierListingReader, runWriter } from '../tables/digest-runs.ts';

/** Verbs for the outcome of each day's digest. */
export function runVerbs(db: Connection): RunVerbs {
  const write = runWriter(db);
  const earlierListings = earlierListingReader(db);
  const find = db.prepared(
    db
      .select()
      .from(digestRuns)
      .where(and(eq(digestRuns.channelId, sql.placeholder('channelId')), eq(digestRuns.date, sql.placeholder('date')))),
  );
  const asked = askedTexts(db.dialect, 'channelIds');
  const onDate = db.prepared(
    db
      .select()
      .from(digestRuns)
      .where(and(inArray(digestRuns.channelId, asked), eq(digestRuns.date, sql.placeholder('date')))),
  );
  return {
    recordRun: db.together(
      onceByKey(
        ({ channelId, date }) => `${channelId} ${date}`,
        async (calls: readonly [DigestRun][]) => {
          await write(calls.map(([run]) => run));
          return calls.map(() => undefined);
        },
      ),
    ),
    digestRun: db.asking(async (channelId: string, date: LocalDate) => (await find.get({ channelId, date })) ?? null),
    digestRunsOn: db.asking(async (date: LocalDate, channelIds: readonly string[]) => {
      const runs = await onDate.all({ date, channelIds: JSON.stringify(channelIds) });
      return new Map(runs.map((run) => [run.channelId, run]));
    }),
    digestRuns: db.asking((channelId: string, limit: number) =>
      db.all(
        db
          .select()
          .from(digestRuns)
          .where(eq(digestRuns.channelId, channelId))
          .orderBy(desc(digestRuns.date))
          .limit(limit),
      ),
    ),
    earlierListings: db.asking(earlierListings),
  };
}

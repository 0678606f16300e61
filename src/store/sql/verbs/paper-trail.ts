import type { Instant } from '../../../ports.ts';
import type { PaperTrail, Store } from '../../store.ts';
import type { Connection } from '../connection.ts';
import { eq, sql } from '../drizzle.ts';
import { papers } from '../schema/paper-schema.ts';
import { duplicateReader } from '../tables/match-keys.ts';
import { paperIdTable } from '../tables/paper-ids.ts';
import { paperOf } from '../tables/paper-rows.ts';

/** The verb that traces a paper on its way to a channel. */
export function trailVerbs(db: Connection): Pick<Store, 'paperTrail'> {
  const { numberOf } = paperIdTable(db);
  const { rowOf, listingsOf, newsOf } = paperFinders(db);
  const digests = digestFinders(db);
  const duplicatesOf = duplicateReader(db);

  async function duplicateTrails(channelId: string, number: number): Promise<PaperTrail['duplicates']> {
    const trails = [];
    for (const { number: other, paper } of (await duplicatesOf([number])).get(number) ?? [])
      trails.push({ paper, postedIn: await digests.holding(channelId, other) });
    return trails;
  }

  return {
    paperTrail: db.reading(async (channelId, id) => {
      const number = await numberOf(id);
      const row = number === null ? undefined : await rowOf(number);
      if (row === undefined) return null;
      const announced = await newsOf(row.number);
      const isPast = announced !== null && announced.number <= 0;
      const becameNews = isPast ? null : announced;
      return {
        paper: paperOf(row),
        listings: await listingsOf(row.number),
        news: becameNews,
        pastDate: isPast ? announced.date : null,
        postedIn: await digests.holding(channelId, row.number),
        consideredIn: becameNews === null ? null : await digests.firstSince(channelId, becameNews.at),
        duplicates: await duplicateTrails(channelId, row.number),
      };
    }),
  };
}

type NewsOfPaper = NonNullable<PaperTrail['news']>;

function paperFinders(db: Connection) {
  const byNumber = db.prepared(
    db
      .select()
      .from(papers)
      .where(eq(papers.number, sql.placeholder('number'))),
  );
  // Reads listing by listing: there are a few a day.
  const listings = db.prepare<[number], PaperTrail['listings'][number]>(
    `select listings.source, listings.date, announce_type as "announceType"
     from listings ${db.dialect.joinInOrder} listing_entries on listing_id = listings.id and paper_number = ?
     order by listings.date, listings.source`,
  );
  const news = db.prepare<[number], NewsOfPaper>('select number, date, at from news where paper_number = ?');
  return {
    rowOf: (number: number) => byNumber.get({ number }),
    listingsOf: (number: number) => listings.all(number),
    newsOf: async (number: number) => (await news.get(number)) ?? null,
  };
}

type HoldingDigest = NonNullable<PaperTrail['postedIn']>;
type TrailDigest = NonNullable<PaperTrail['consideredIn']>;

function digestFinders(db: Connection) {
  const columns = `digests.date, (
    select count(*) from digest_papers as all_papers
    where all_papers.channel_id = digests.channel_id and all_papers.digest_id = digests.id) as papers`;
  // It counts the places, because there can be gaps between them.
  const holding = db.prepare<[string, number], HoldingDigest>(
    `select ${columns}, (
       select count(*) from digest_papers as earlier
       where earlier.digest_id = digests.id and earlier.place <= digest_papers.place) as place
     from digest_papers join digests on digests.id = digest_papers.digest_id
     where digest_papers.channel_id = ? and paper_number = ?`,
  );
  const firstSince = db.prepare<[string, Instant], TrailDigest>(
    `select ${columns} from digests where channel_id = ? and planned_at >= ? order by planned_at, date limit 1`,
  );
  return {
    holding: async (channelId: string, paperNumber: number) => (await holding.get(channelId, paperNumber)) ?? null,
    firstSince: async (channelId: string, at: Instant) => (await firstSince.get(channelId, at)) ?? null,
  };
}

import type { AnnounceType } from '../../../papers/announce-type.ts';
import type { PaperId, SourceId } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { PaperTrail, Store } from '../../store.ts';
import { eq, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { papers } from '../schema/paper-schema.ts';
import { duplicateReader } from '../tables/match-keys.ts';
import { paperIdTable } from '../tables/paper-ids.ts';
import { paperOf } from '../tables/paper-rows.ts';

/** The verb that traces a paper on its way to a channel. */
export function trailVerbs(db: Database): Pick<Store, 'paperTrail'> {
  const { numberOf } = paperIdTable(db);
  const byNumber = db
    .select()
    .from(papers)
    .where(eq(papers.number, sql.placeholder('number')))
    .prepare();
  // Reads listing by listing: there are a few a day.
  const listings = db.$client.prepare<
    [number],
    { readonly source: SourceId; readonly date: LocalDate; readonly announceType: AnnounceType }
  >(
    `select listings.source, listings.date, announce_type as announceType
     from listings cross join listing_entries on listing_id = listings.id and paper_number = ?
     order by listings.date, listings.source`,
  );
  const news = db.$client.prepare<
    [number],
    { readonly number: number; readonly date: LocalDate; readonly at: Instant }
  >('select number, date, at from news where paper_number = ?');
  const digests = digestFinders(db);
  const duplicatesOf = duplicateReader(db);

  function paperTrail(channelId: string, id: PaperId): PaperTrail | null {
    const number = numberOf(id);
    const row = number === null ? undefined : byNumber.get({ number });
    if (row === undefined) return null;
    const announced = news.get(row.number) ?? null;
    const isPast = announced !== null && announced.number <= 0;
    const becameNews = isPast ? null : announced;
    return {
      paper: paperOf(row),
      listings: listings.all(row.number),
      news: becameNews,
      pastDate: isPast ? announced.date : null,
      postedIn: digests.holding(channelId, row.number),
      consideredIn: becameNews === null ? null : digests.firstSince(channelId, becameNews.at),
      duplicates: (duplicatesOf([row.number]).get(row.number) ?? []).map(({ number: other, paper }) => ({
        paper,
        postedIn: digests.holding(channelId, other),
      })),
    };
  }

  return { paperTrail: async (channelId, id) => paperTrail(channelId, id) };
}

type HoldingDigest = NonNullable<PaperTrail['postedIn']>;
type TrailDigest = NonNullable<PaperTrail['consideredIn']>;

function digestFinders(db: Database) {
  const columns = `digests.date, (
    select count(*) from digest_papers as all_papers
    where all_papers.channel_id = digests.channel_id and all_papers.digest_id = digests.id) as papers`;
  // The papers of a digest are inserted in their order.
  const holding = db.$client.prepare<[string, number], HoldingDigest>(
    `select ${columns}, (
       select count(*) from digest_papers as earlier
       where earlier.digest_id = digests.id and earlier.rowid <= digest_papers.rowid) as place
     from digest_papers join digests on digests.id = digest_papers.digest_id
     where digest_papers.channel_id = ? and paper_number = ?`,
  );
  const firstSince = db.$client.prepare<[string, Instant], TrailDigest>(
    `select ${columns} from digests where channel_id = ? and planned_at >= ? order by planned_at, date limit 1`,
  );
  return {
    holding: (channelId: string, paperNumber: number) => holding.get(channelId, paperNumber) ?? null,
    firstSince: (channelId: string, at: Instant) => firstSince.get(channelId, at) ?? null,
  };
}

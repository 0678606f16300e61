import type { Instant } from '../../../ports.ts';
import type { PruneStep, Retention, UpkeepVerbs } from '../../upkeep.ts';
import type { Connection } from '../connection.ts';
import { eq } from '../drizzle.ts';
import { once } from '../once.ts';
import { removedGuilds } from '../schema/channel-schema.ts';
import { tokenRemover } from '../search/search-index.ts';
import { tablesOfPapers } from '../tables/merge-papers.ts';
import { vectorRemover } from '../tables/paper-vectors.ts';

/** How many rows are deleted in one step, which takes some milliseconds. */
const rowsAtOnce = 200;

/** A number beyond those of all rows, in SQL. */
const endOfNumbers = '9000000000000000000';

/** Verbs that delete old data, and the data of removed guilds. */
export function upkeepVerbs(db: Connection): UpkeepVerbs {
  const deleteGuild = once(() => guildDeleter(db));
  const prune = once(() => pruner(db));
  const guilds = db.prepare<[], string>('select distinct guild_id from channels').pluck();
  const removedBefore = once(() =>
    db.prepare<[Instant], string>('select guild_id from removed_guilds where removed_at <= ?').pluck(),
  );
  return {
    guilds: db.reading(() => guilds.all()),
    noteGuildRemoved: db.atomic(async (guildId: string, removedAt: Instant) => {
      await db.run(db.insert(removedGuilds).values({ guildId, removedAt }).onConflictDoNothing());
    }),
    noteGuildReturned: db.atomic((guildId: string) => forgetRemoval(db, guildId)),
    guildsRemovedBefore: db.reading((at: Instant) => removedBefore().all(at)),
    deleteGuildSome: db.atomic((guildId: string) => deleteGuild()(guildId)),
    pruneSome: db.atomic((limits: Retention) => prune()(limits)),
  };
}

async function forgetRemoval(db: Connection, guildId: string): Promise<boolean> {
  return (await db.run(db.delete(removedGuilds).where(eq(removedGuilds.guildId, guildId)))) > 0;
}

/** The tables of a channel's data, in an order of deletion that leaves no broken references. */
const ofChannels = [
  'deliveries',
  'digest_papers',
  'digests',
  'digest_runs',
  'feeds',
  'subscriptions',
  'marks',
  'pings',
  'ping_notices',
  'follow_ups',
  'destinations',
  'club_presenters',
  'club_papers',
  'club_meetings',
  'club_votes',
  'clubs',
  'address_codes',
] as const;

/** Deletes one channel at a time, so that a guild with years of digests does not delay other work. */
function guildDeleter(db: Connection): (guildId: string) => Promise<boolean> {
  const isRemoved = db.prepare<[string], number>('select 1 from removed_guilds where guild_id = ?').pluck();
  const nextChannel = db
    .prepare<[string], string>('select channel_id from channels where guild_id = ? limit 1')
    .pluck();
  const emptyChannel = [...ofChannels, 'channels'].map((table) =>
    db.prepare<[string]>(`delete from ${table} where channel_id = ?`),
  );
  const forgetDrafts = ['drafts', 'settings_drafts', 'discussions', 'setup_drafts', 'greeted_guilds'].map((table) =>
    db.prepare<[string]>(`delete from ${table} where guild_id = ?`),
  );
  return async (guildId) => {
    if ((await isRemoved.get(guildId)) === undefined) return false;
    const channelId = await nextChannel.get(guildId);
    if (channelId !== undefined) {
      for (const statement of emptyChannel) await statement.run(channelId);
      return true;
    }
    for (const statement of forgetDrafts) await statement.run(guildId);
    await forgetRemoval(db, guildId);
    return false;
  };
}

/** Forgets old backfills. Their papers are deleted, so that the days may be fetched again. */
const forgetBackfills = (db: Connection) =>
  db.prepare<[Instant, number]>(
    'delete from backfills where (source, date) in (select source, date from backfills where at < ? limit ?)',
  );

function pruner(db: Connection): (limits: Retention) => Promise<PruneStep> {
  const prunePapers = paperPruner(db);
  const pruneListings = listingPruner(db);
  const pruneDeliveries = db.prepare<[string, number]>(
    `delete from deliveries where id in (
       select id from deliveries
       where id < coalesce((select id from deliveries where date >= ? order by id limit 1), ${endOfNumbers})
         and (state in ('sent', 'dropped', 'uncertain', 'withdrawn') or destination_id <> 0) order by id limit ?)`,
  );
  const prunePings = db.prepare<[string, number]>(
    `delete from ping_notices where id in (
       select id from ping_notices where date < ? and state in ('sent', 'dropped') order by id limit ?)`,
  );
  const forgetLeftOut = db.prepare<[string, number]>(
    `update digests set left_out = null
     where id in (select id from digests where left_out is not null and date < ? order by date limit ?)`,
  );
  const pruneBackfills = forgetBackfills(db);
  const pruneRuns = db.prepare<[Instant, number]>(
    `delete from digest_runs where (channel_id, date) in (
       select channel_id, date from digest_runs where at < ? order by at limit ?)`,
  );
  const pruneUpvotes = db.prepare<[Instant, number]>(
    `delete from upvote_counts where (paper_number, at) in (
       select paper_number, at from upvote_counts where at < ? order by at limit ?)`,
  );
  const pruneRankings = rankingPruner(db);
  return async ({ papersBefore, listingsBefore, runsBefore, upvotesBefore, deliveriesBefore }) => {
    const deliveries = await pruneDeliveries.run(deliveriesBefore, rowsAtOnce);
    const leftOut = await forgetLeftOut.run(deliveriesBefore, rowsAtOnce);
    const runs = await pruneRuns.run(runsBefore, rowsAtOnce);
    const pings = await prunePings.run(deliveriesBefore, rowsAtOnce);
    const backfills = await pruneBackfills.run(papersBefore, rowsAtOnce);
    const upvotes = await pruneUpvotes.run(upvotesBefore, rowsAtOnce);
    const entries = await pruneRankings(runsBefore);
    const listings = await pruneListings(listingsBefore);
    const papers = await prunePapers(papersBefore);
    const counts = [deliveries, leftOut, pings, runs, backfills, upvotes, entries, papers];
    const isDone = listings.isDone && counts.every((count) => count < rowsAtOnce);
    return { papers, listings: listings.count, deliveries, isDone };
  };
}

interface PrunedListings {
  readonly count: number;
  readonly isDone: boolean;
}

/** Deletes the entries of a listing in several steps, and then the listing. */
function listingPruner(db: Connection): (before: string) => Promise<PrunedListings> {
  const oldest = db.prepare<[string], number>('select id from listings where date < ? order by date limit 1').pluck();
  const removeEntries = db.prepare<[number, number]>(
    `delete from listing_entries where (listing_id, paper_number) in (
       select listing_id, paper_number from listing_entries where listing_id = ? limit ?)`,
  );
  const removeReceipts = ['listing_categories', 'listing_skips'].map((table) =>
    db.prepare<[number]>(`delete from ${table} where listing_id = ?`),
  );
  const remove = db.prepare<[number]>('delete from listings where id = ?');
  return async (before) => {
    const id = await oldest.get(before);
    if (id === undefined) return { count: 0, isDone: true };
    if ((await removeEntries.run(id, rowsAtOnce)) === rowsAtOnce) return { count: 0, isDone: false };
    for (const statement of removeReceipts) await statement.run(id);
    return { count: await remove.run(id), isDone: false };
  };
}

/** Deletes the entries of rankings that were not pulled for long, and then the rankings. */
function rankingPruner(db: Connection): (before: Instant) => Promise<number> {
  const old = 'select id from rankings where coalesce(had_at, pulled_at) < ?';
  const removeEntries = db.prepare<[Instant, number]>(
    `delete from ranking_entries where (ranking_id, position) in (
       select ranking_id, position from ranking_entries where ranking_id in (${old}) limit ?)`,
  );
  const remove = db.prepare<[Instant]>(
    `delete from rankings where id in (${old})
       and not exists (select 1 from ranking_entries where ranking_id = rankings.id)`,
  );
  return async (before) => (await removeEntries.run(before, rowsAtOnce)) + (await remove.run(before));
}

/** The tables whose papers are kept: those that a channel received, read together, or that are on a reading list. */
const keepers: readonly string[] = ['digest_papers', 'saved_papers', 'club_papers'];

/** Deletes old papers that nobody received or saved, with everything that refers to them. */
function paperPruner(db: Connection): (before: Instant) => Promise<number> {
  const [newPapers, pastPapers] = [oldPapers(db, '>'), oldPapers(db, '<')];
  const removeTokens = tokenRemover(db);
  const removeVectors = vectorRemover(db);
  const statements = [
    ...tablesOfPapers.filter((name) => !keepers.includes(name)).map((name) => [name, 'paper_number']),
    ['papers', 'number'],
  ].map(([table, column]) =>
    db.prepare<[string]>(
      `delete from ${table} where ${column} in (select asked.value from ${db.dialect.numbers('?')} as asked)`,
    ),
  );
  return async (before) => {
    const numbers = [...(await newPapers(before)), ...(await pastPapers(before))].slice(0, rowsAtOnce);
    if (numbers.length === 0) return 0;
    await removeTokens(numbers);
    for (const statement of statements) await statement.run(JSON.stringify(numbers));
    await removeVectors(numbers);
    return numbers.length;
  };
}

/**
 * Finds the oldest papers on one side of 0, at most `rowsAtOnce`. Numbers move away from 0 over time, upwards for new
 * papers and downwards for those of a backfill, so that only old papers are read.
 */
function oldPapers(db: Connection, side: '<' | '>'): (before: Instant) => Promise<readonly number[]> {
  const [nearer, order, end] = side === '>' ? ['<', 'asc', endOfNumbers] : ['>', 'desc', `-${endOfNumbers}`];
  const find = db
    .prepare<[Instant, number], number>(
      `select number from papers
       where number ${side} 0 and number ${nearer} coalesce((
           select number from papers where number ${side} 0 and first_seen_at >= ? order by number ${order} limit 1),
         ${end})
         ${keepers.map((table) => `and not exists (select 1 from ${table} where ${table}.paper_number = papers.number)`).join(' ')}
       order by number ${order} limit ?`,
    )
    .pluck();
  return (before) => find.all(before, rowsAtOnce);
}

import type { Instant } from '../../../ports.ts';
import type { PruneStep, Retention, UpkeepVerbs } from '../../upkeep.ts';
import { eq } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { removedGuilds } from '../schema/channel-schema.ts';
import { tablesOfPapers } from '../tables/merge-papers.ts';
import { vectorRemover } from '../tables/paper-vectors.ts';

/** How many rows are deleted in one step, which takes some milliseconds. */
const rowsAtOnce = 200;

/** Verbs that delete old data, and the data of removed guilds. */
export function upkeepVerbs(db: Database): UpkeepVerbs {
  const deleteGuild = once(() => guildDeleter(db));
  const prune = once(() => pruner(db));
  const list = (query: string, ...given: Instant[]): string[] =>
    db.$client
      .prepare<unknown[], string>(query)
      .pluck()
      .all(...given);
  return {
    guilds: async () => list('select distinct guild_id from channels'),
    noteGuildRemoved: atomic(db, (guildId: string, removedAt: Instant) => {
      db.insert(removedGuilds).values({ guildId, removedAt }).onConflictDoNothing().run();
    }),
    noteGuildReturned: atomic(db, (guildId: string) => forgetRemoval(db, guildId)),
    guildsRemovedBefore: async (at) => list('select guild_id from removed_guilds where removed_at <= ?', at),
    deleteGuildSome: atomic(db, (guildId: string) => deleteGuild()(guildId)),
    pruneSome: atomic(db, (limits: Retention) => prune()(limits)),
  };
}

/** Makes a value when it is first needed. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const forgetRemoval = (db: Database, guildId: string): boolean =>
  db.delete(removedGuilds).where(eq(removedGuilds.guildId, guildId)).run().changes > 0;

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
function guildDeleter(db: Database): (guildId: string) => boolean {
  const isRemoved = db.$client.prepare<[string], number>('select 1 from removed_guilds where guild_id = ?').pluck();
  const nextChannel = db.$client
    .prepare<[string], string>('select channel_id from channels where guild_id = ? limit 1')
    .pluck();
  const emptyChannel = [...ofChannels, 'channels'].map((table) =>
    db.$client.prepare<[string]>(`delete from ${table} where channel_id = ?`),
  );
  const forgetDrafts = ['drafts', 'settings_drafts', 'discussions', 'setup_drafts', 'greeted_guilds'].map((table) =>
    db.$client.prepare<[string]>(`delete from ${table} where guild_id = ?`),
  );
  return (guildId) => {
    if (isRemoved.get(guildId) === undefined) return false;
    const channelId = nextChannel.get(guildId);
    if (channelId !== undefined) {
      for (const statement of emptyChannel) statement.run(channelId);
      return true;
    }
    for (const statement of forgetDrafts) statement.run(guildId);
    forgetRemoval(db, guildId);
    return false;
  };
}

/** Forgets old backfills. Their papers are deleted, so that the days may be fetched again. */
const forgetBackfills = (db: Database) =>
  db.$client.prepare<[Instant, number]>(
    'delete from backfills where rowid in (select rowid from backfills where at < ? limit ?)',
  );

function pruner(db: Database): (limits: Retention) => PruneStep {
  const prunePapers = paperPruner(db);
  const pruneListings = listingPruner(db);
  const pruneDeliveries = db.$client.prepare<[string, number]>(
    `delete from deliveries where id in (
       select id from deliveries
       where id < coalesce((select id from deliveries where date >= ? order by id limit 1), 9e18)
         and (state in ('sent', 'dropped', 'uncertain', 'withdrawn') or destination_id <> 0) order by id limit ?)`,
  );
  const prunePings = db.$client.prepare<[string, number]>(
    `delete from ping_notices where id in (
       select id from ping_notices where date < ? and state in ('sent', 'dropped') order by id limit ?)`,
  );
  const forgetLeftOut = db.$client.prepare<[string, number]>(
    `update digests set left_out = null
     where id in (select id from digests where left_out is not null and date < ? order by date limit ?)`,
  );
  const pruneBackfills = forgetBackfills(db);
  const pruneRuns = db.$client.prepare<[Instant, number]>(
    'delete from digest_runs where rowid in (select rowid from digest_runs where at < ? order by at limit ?)',
  );
  const pruneUpvotes = db.$client.prepare<[Instant, number]>(
    `delete from upvote_counts where (paper_number, at) in (
       select paper_number, at from upvote_counts where at < ? order by at limit ?)`,
  );
  const pruneRankings = rankingPruner(db);
  return ({ papersBefore, listingsBefore, runsBefore, upvotesBefore, deliveriesBefore }) => {
    const deliveries = pruneDeliveries.run(deliveriesBefore, rowsAtOnce).changes;
    const leftOut = forgetLeftOut.run(deliveriesBefore, rowsAtOnce).changes;
    const runs = pruneRuns.run(runsBefore, rowsAtOnce).changes;
    const pings = prunePings.run(deliveriesBefore, rowsAtOnce).changes;
    const backfills = pruneBackfills.run(papersBefore, rowsAtOnce).changes;
    const upvotes = pruneUpvotes.run(upvotesBefore, rowsAtOnce).changes;
    const entries = pruneRankings(runsBefore);
    const listings = pruneListings(listingsBefore);
    const papers = prunePapers(papersBefore);
    const counts = [deliveries, leftOut, pings, runs, backfills, upvotes, entries, papers];
    const isDone = listings.isDone && counts.every((count) => count < rowsAtOnce);
    return { papers, listings: listings.count, deliveries, isDone };
  };
}

/** Deletes the entries of a listing in several steps, and then the listing. */
function listingPruner(db: Database): (before: string) => { readonly count: number; readonly isDone: boolean } {
  const oldest = db.$client
    .prepare<[string], number>('select id from listings where date < ? order by date limit 1')
    .pluck();
  const removeEntries = db.$client.prepare<[number, number]>(
    `delete from listing_entries where (listing_id, paper_number) in (
       select listing_id, paper_number from listing_entries where listing_id = ? limit ?)`,
  );
  const removeReceipts = ['listing_categories', 'listing_skips'].map((table) =>
    db.$client.prepare<[number]>(`delete from ${table} where listing_id = ?`),
  );
  const remove = db.$client.prepare<[number]>('delete from listings where id = ?');
  return (before) => {
    const id = oldest.get(before);
    if (id === undefined) return { count: 0, isDone: true };
    if (removeEntries.run(id, rowsAtOnce).changes === rowsAtOnce) return { count: 0, isDone: false };
    for (const statement of removeReceipts) statement.run(id);
    return { count: remove.run(id).changes, isDone: false };
  };
}

/** Deletes the entries of rankings that were not pulled for long, and then the rankings. */
function rankingPruner(db: Database): (before: Instant) => number {
  const old = 'select id from rankings where coalesce(had_at, pulled_at) < ?';
  const removeEntries = db.$client.prepare<[Instant, number]>(
    `delete from ranking_entries where (ranking_id, position) in (
       select ranking_id, position from ranking_entries where ranking_id in (${old}) limit ?)`,
  );
  const remove = db.$client.prepare<[Instant]>(
    `delete from rankings where id in (${old})
       and not exists (select 1 from ranking_entries where ranking_id = rankings.id)`,
  );
  return (before) => removeEntries.run(before, rowsAtOnce).changes + remove.run(before).changes;
}

/** The tables whose papers are kept: those that a channel received, read together, or that are on a reading list. */
const keepers: readonly string[] = ['digest_papers', 'saved_papers', 'club_papers'];

/** Deletes old papers that nobody received or saved, with everything that refers to them. */
function paperPruner(db: Database): (before: Instant) => number {
  const oldest = [oldPapers(db, '>'), oldPapers(db, '<')];
  const removeVectors = vectorRemover(db);
  const statements = [
    ...tablesOfPapers.filter((name) => !keepers.includes(name)).map((name) => [name, 'paper_number']),
    ['paper_search', 'rowid'],
    ['papers', 'number'],
  ].map(([table, column]) =>
    db.$client.prepare<[string]>(`delete from ${table} where ${column} in (select value from json_each(?))`),
  );
  return (before) => {
    const numbers = oldest.flatMap((old) => old(before)).slice(0, rowsAtOnce);
    if (numbers.length === 0) return 0;
    for (const statement of statements) statement.run(JSON.stringify(numbers));
    removeVectors(numbers);
    return numbers.length;
  };
}

/**
 * Finds the oldest papers on one side of 0, at most `rowsAtOnce`. Numbers move away from 0 over time, upwards for new
 * papers and downwards for those of a backfill, so that only old papers are read.
 */
function oldPapers(db: Database, side: '<' | '>'): (before: Instant) => readonly number[] {
  const [nearer, order, end] = side === '>' ? ['<', 'asc', '9e18'] : ['>', 'desc', '-9e18'];
  const find = db.$client
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

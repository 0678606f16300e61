import { hash } from 'node:crypto';
import { readLanguageName } from '../../../language/names.ts';
import type { PaperId } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { FeedRequest, FeedVerbs, OpenFeed, StoredFeed } from '../../feeds.ts';
import { and, eq } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { channels } from '../schema/channel-schema.ts';
import { feeds } from '../schema/feed-schema.ts';
import { paperReader } from '../tables/paper-reader.ts';

/** Verbs for the feeds of channels. */
export function feedVerbs(db: Database): FeedVerbs {
  const { read } = paperReader(db);
  const open = feedOpener(db);
  const find = feedFinder(db);
  const digested = db.$client.prepare<[string, number], DigestedRow>(
    `select paper_number as paperNumber, date, planned_at as at
     from digests join digest_papers on digest_papers.digest_id = digests.id
     where digests.channel_id = ? order by date desc, digest_papers.rowid limit ?`,
  );
  const times = db.$client.prepare<[string], { readonly id: PaperId; readonly at: Instant }>(
    `select papers.id, news.at from papers join news on news.paper_number = papers.number
     where papers.id in (select value from json_each(?))`,
  );
  return {
    openFeeds: atomic(db, (request: FeedRequest) => open(request)),
    renewFeeds: atomic(db, (request: FeedRequest) => {
      revoke(db, request.guildId, request.channelId);
      return open(request);
    }),
    revokeFeeds: atomic(db, (guildId: string, channelId: string) => revoke(db, guildId, channelId)),
    feedBySecret: async (secret) => find(hashOf(secret)),
    newestDigestPapers: async (channelId, limit) => {
      const rows = digested.all(channelId, limit);
      const papers = read(rows.map(({ paperNumber }) => paperNumber));
      return rows.flatMap(({ date, at }, index) => {
        const paper = papers[index];
        return paper === undefined ? [] : [{ paper, date, at }];
      });
    },
    newsTimes: async (ids) => new Map(times.all(JSON.stringify(ids)).map(({ id, at }) => [id, at])),
  };
}

interface DigestedRow {
  readonly paperNumber: number;
  readonly date: LocalDate;
  readonly at: Instant;
}

const hashOf = (secret: string): string => hash('sha256', secret, 'hex');

function revoke(db: Database, guildId: string, channelId: string): number {
  const isTheirs = and(eq(feeds.guildId, guildId), eq(feeds.channelId, channelId));
  return db.delete(feeds).where(isTheirs).run().changes;
}

function feedOpener(db: Database): (request: FeedRequest) => readonly OpenFeed[] | null {
  const isStored = (guildId: string, channelId: string): boolean =>
    db
      .select({ id: channels.channelId })
      .from(channels)
      .where(and(eq(channels.channelId, channelId), eq(channels.guildId, guildId)))
      .get() !== undefined;
  const missing = db.$client
    .prepare<{ channelId: string }, number | null>(
      `select id from (select null as id union all
         select id from subscriptions where channel_id = @channelId and removed_at is null) as wanted
       where not exists (select 1 from feeds where channel_id = @channelId and subscription_id is wanted.id)`,
    )
    .pluck();
  const list = db.$client.prepare<[string], OpenFeed>(
    `select secret, topic from feeds left join subscriptions on subscriptions.id = subscription_id
     where feeds.channel_id = ? and removed_at is null order by subscription_id`,
  );
  return ({ guildId, channelId, at, newSecret }) => {
    if (!isStored(guildId, channelId)) return null;
    for (const subscriptionId of missing.all({ channelId })) {
      const secret = newSecret();
      const row = { secretHash: hashOf(secret), secret, guildId, channelId, subscriptionId, createdAt: at };
      db.insert(feeds).values(row).run();
    }
    return list.all(channelId);
  };
}

type FeedRow = Omit<StoredFeed, 'language'> & { readonly language: string | null };

function feedFinder(db: Database): (secretHash: string) => StoredFeed | null {
  const find = db.$client.prepare<[string], FeedRow>(
    `select feeds.guild_id as guildId, feeds.channel_id as channelId, channels.name as channelName, language,
       subscription_id as subscriptionId, topic, feeds.created_at as createdAt, last_digest_date as lastDigestDate
     from feeds join channels on channels.channel_id = feeds.channel_id
       left join subscriptions on subscriptions.id = subscription_id
     where secret_hash = ? and removed_at is null
       and not exists (select 1 from removed_guilds where removed_guilds.guild_id = feeds.guild_id)`,
  );
  return (secretHash) => {
    const row = find.get(secretHash);
    return row === undefined ? null : { ...row, language: readLanguageName(row.language) };
  };
}

import { hash } from 'node:crypto';
import { readLanguageName } from '../../../language/names.ts';
import type { PaperId } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { FeedRequest, FeedVerbs, OpenFeed, StoredFeed } from '../../feeds.ts';
import type { Connection } from '../connection.ts';
import { and, eq } from '../drizzle.ts';
import { channels } from '../schema/channel-schema.ts';
import { feeds } from '../schema/feed-schema.ts';
import { paperReader } from '../tables/paper-reader.ts';

/** Verbs for the feeds of channels. */
export function feedVerbs(db: Connection): FeedVerbs {
  const { read } = paperReader(db);
  const open = feedOpener(db);
  const find = feedFinder(db);
  const digested = db.prepare<[string, number], DigestedRow>(
    `select paper_number as "paperNumber", date, planned_at as at
     from digests join digest_papers on digest_papers.digest_id = digests.id
     where digests.channel_id = ? order by date desc, digest_papers.place limit ?`,
  );
  const times = db.prepare<[string], { readonly id: PaperId; readonly at: Instant }>(
    `select papers.id, news.at from papers join news on news.paper_number = papers.number
     where papers.id in (select asked.value from ${db.dialect.texts('?')} as asked)`,
  );
  return {
    openFeeds: db.atomic(open),
    renewFeeds: db.atomic(async (request: FeedRequest) => {
      await revoke(db, request.guildId, request.channelId);
      return await open(request);
    }),
    revokeFeeds: db.atomic((guildId: string, channelId: string) => revoke(db, guildId, channelId)),
    feedBySecret: db.reading((secret: string) => find(hashOf(secret))),
    newestDigestPapers: db.reading(async (channelId: string, limit: number) => {
      const rows = await digested.all(channelId, limit);
      const papers = await read(rows.map(({ paperNumber }) => paperNumber));
      return rows.flatMap(({ date, at }, index) => {
        const paper = papers[index];
        return paper === undefined ? [] : [{ paper, date, at }];
      });
    }),
    newsTimes: db.reading(async (ids: readonly PaperId[]) => {
      const rows = await times.all(JSON.stringify(ids));
      return new Map(rows.map(({ id, at }) => [id, at]));
    }),
  };
}

interface DigestedRow {
  readonly paperNumber: number;
  readonly date: LocalDate;
  readonly at: Instant;
}

const hashOf = (secret: string): string => hash('sha256', secret, 'hex');

function revoke(db: Connection, guildId: string, channelId: string): Promise<number> {
  const isTheirs = and(eq(feeds.guildId, guildId), eq(feeds.channelId, channelId));
  return db.run(db.delete(feeds).where(isTheirs));
}

function feedOpener(db: Connection): (request: FeedRequest) => Promise<readonly OpenFeed[] | null> {
  async function isStored(guildId: string, channelId: string): Promise<boolean> {
    const isIt = and(eq(channels.channelId, channelId), eq(channels.guildId, guildId));
    const found = await db.get(db.select({ id: channels.channelId }).from(channels).where(isIt));
    return found !== undefined;
  }
  const missing = db
    .prepare<{ channelId: string }, number | null>(
      `select wanted.id from (select cast(null as bigint) as id union all
         select id from subscriptions where channel_id = :channelId and removed_at is null) as wanted
       where not exists (select 1 from feeds where channel_id = :channelId and subscription_id is not distinct from wanted.id)
       order by wanted.id nulls first`,
    )
    .pluck();
  const list = db.prepare<[string], OpenFeed>(
    `select secret, topic from feeds left join subscriptions on subscriptions.id = subscription_id
     where feeds.channel_id = ? and removed_at is null order by subscription_id nulls first`,
  );
  return async ({ guildId, channelId, at, newSecret }) => {
    if (!(await isStored(guildId, channelId))) return null;
    for (const subscriptionId of await missing.all({ channelId })) {
      const secret = newSecret();
      const row = { secretHash: hashOf(secret), secret, guildId, channelId, subscriptionId, createdAt: at };
      await db.run(db.insert(feeds).values(row));
    }
    return await list.all(channelId);
  };
}

type FeedRow = Omit<StoredFeed, 'language'> & { readonly language: string | null };

function feedFinder(db: Connection): (secretHash: string) => Promise<StoredFeed | null> {
  const find = db.prepare<[string], FeedRow>(
    `select feeds.guild_id as "guildId", feeds.channel_id as "channelId", channels.name as "channelName", language,
       subscription_id as "subscriptionId", topic, feeds.created_at as "createdAt",
       last_digest_date as "lastDigestDate"
     from feeds join channels on channels.channel_id = feeds.channel_id
       left join subscriptions on subscriptions.id = subscription_id
     where secret_hash = ? and removed_at is null
       and not exists (select 1 from removed_guilds where removed_guilds.guild_id = feeds.guild_id)`,
  );
  return async (secretHash) => {
    const row = await find.get(secretHash);
    return row === undefined ? null : { ...row, language: readLanguageName(row.language) };
  };
}

import type { Meaning } from '../../../meaning/meaning.ts';
import type { PaperId } from '../../../papers/paper.ts';
import type { DigestInput, Store } from '../../store.ts';
import { askedTexts } from '../asked-texts.ts';
import { atOnce } from '../at-once.ts';
import type { Connection } from '../connection.ts';
import { and, inArray, isNull } from '../drizzle.ts';
import { channels, subscriptions } from '../schema/channel-schema.ts';
import { channelOf, missingChannel } from '../tables/channel-rows.ts';
import { openDestinationReader } from '../tables/destination-rows.ts';
import { markedPaperReader } from '../tables/marked-papers.ts';
import { channelPingReader } from '../tables/ping-rows.ts';
import { subscriptionOf } from '../tables/subscription-rows.ts';

/** What a channel has beside its settings and topics. */
interface Rarities extends Readonly<Record<'hasMarks' | 'hasPings' | 'hasDestinations' | 'hasClub', 0 | 1>> {
  readonly channelId: string;
}

/** Verbs for making a digest. */
export function digestVerbs(
  db: Connection,
  meaning: Meaning,
): Pick<Store, 'digestInput' | 'digestInputs' | 'postedPapers' | 'papersShownTo'> {
  const markedPapers = markedPaperReader(db);
  const pings = channelPingReader(db);
  const destinations = openDestinationReader(db);
  const asked = askedTexts(db.dialect, 'channelIds');
  const channelRows = db.prepared(db.select().from(channels).where(inArray(channels.channelId, asked)));
  const followed = db.prepared(
    db
      .select()
      .from(subscriptions)
      .where(and(inArray(subscriptions.channelId, asked), isNull(subscriptions.removedAt)))
      .orderBy(subscriptions.id),
  );
  // Few channels have any of these.
  const rare = db.prepare<[string], Rarities>(
    `select asked.value as "channelId",
       exists (select 1 from marks where channel_id = asked.value) as "hasMarks",
       exists (select 1 from pings where channel_id = asked.value) as "hasPings",
       exists (select 1 from destinations where channel_id = asked.value) as "hasDestinations",
       exists (select 1 from clubs where channel_id = asked.value) as "hasClub"
     from ${db.dialect.texts('?')} as asked`,
  );
  const posted = db
    .prepare<[string, string], PaperId>(
      `select papers.id from ${db.dialect.texts('?')} as asked
       join papers on papers.id = asked.value
       join digest_papers on digest_papers.channel_id = ? and digest_papers.paper_number = papers.number`,
    )
    .pluck();

  const shownTo = db
    .prepare<[string, string, string], PaperId>(
      `select papers.id from ${db.dialect.texts('?')} as asked
       join papers on papers.id = asked.value
       where exists (
         select 1 from saved_papers
         where saved_papers.paper_number = papers.number and saved_papers.user_id = ? and removed_at is null)
       or exists (
         select 1 from digest_papers join subscriptions on subscriptions.channel_id = digest_papers.channel_id
         where digest_papers.paper_number = papers.number
           and subscriptions.created_by = ? and subscriptions.removed_at is null)`,
    )
    .pluck();

  async function digestInputs(channelIds: readonly string[]): Promise<readonly DigestInput[]> {
    const ids = JSON.stringify(channelIds);
    const [rows, topics, rarities] = await atOnce([
      channelRows.all({ channelIds: ids }),
      followed.all({ channelIds: ids }),
      rare.all(ids),
    ]);
    const topicsOf = Map.groupBy(topics, ({ channelId }) => channelId);
    const raritiesOf = new Map(rarities.map((one) => [one.channelId, one]));
    const inputs: DigestInput[] = [];
    for (const row of rows) {
      const { channelId, consideredNewsNumber } = row;
      const has = raritiesOf.get(channelId);
      inputs.push({
        channel: channelOf(row),
        subscriptions: (topicsOf.get(channelId) ?? []).map((subscription) => ({
          subscription: subscriptionOf(subscription),
          newsAfter: subscription.newsAfter,
        })),
        consideredNewsNumber,
        marks: has?.hasMarks === 1 ? await markedPapers(channelId) : [],
        pings: has?.hasPings === 1 ? await pings(channelId) : [],
        destinations: has?.hasDestinations === 1 ? await destinations(channelId) : [],
        hasClub: has?.hasClub === 1,
        meaning,
      });
    }
    return inputs;
  }

  return {
    digestInput: db.reading(async (channelId) => {
      const [input] = await digestInputs([channelId]);
      return input ?? missingChannel(channelId);
    }),
    digestInputs: db.reading(digestInputs),
    postedPapers: db.asking(async (channelId, ids) => new Set(await posted.all(JSON.stringify(ids), channelId))),
    papersShownTo: db.asking(async (userId, ids) => new Set(await shownTo.all(JSON.stringify(ids), userId, userId))),
  };
}

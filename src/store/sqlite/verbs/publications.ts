import type { Instant } from '../../../ports.ts';
import { dayMs, type LocalDate } from '../../../time.ts';
import type { DuePublication, Publication, PublicationSettlement, PublicationVerbs } from '../../publications.ts';
import { and, asc, eq, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { deliveries } from '../schema/digest-schema.ts';

/** Longer than any real wait. A publication that is due later was written with a wrong clock. */
const longestWaitMs = dayMs;

type DueRow = Omit<DuePublication, 'isWanted'> & { readonly isWanted: number };

export function publicationVerbs(db: Database): PublicationVerbs {
  const due = db.$client.prepare<[Instant, Instant, number], DueRow>(`
    select posted.id as deliveryId, posted.channel_id as channelId, channels.guild_id as guildId, posted.date as date,
      posted.message_id as messageId, posted.settled_at as sentAt, channels.publishes as isWanted
    from deliveries as posted join channels on channels.channel_id = posted.channel_id
    where posted.publication = 'waiting' and (posted.publication_due_at <= ? or posted.publication_due_at > ?)
    order by posted.publication_due_at, posted.id limit ?`);
  return {
    duePublications: async (now, limit) =>
      due.all(now, now + longestWaitMs, limit).map(({ isWanted, ...row }) => ({ ...row, isWanted: isWanted === 1 })),
    settlePublication: atomic(db, (id: number, { state, ...rest }: PublicationSettlement) => {
      db.update(deliveries)
        .set({
          publication: state,
          publicationDueAt: 'dueAt' in rest ? rest.dueAt : null,
          publicationReason: 'reason' in rest ? rest.reason : null,
        })
        .where(and(eq(deliveries.id, id), eq(deliveries.publication, 'waiting')))
        .run();
    }),
    publications: async (channelId, date) => publicationsOf(db, channelId, date),
  };
}

function publicationsOf(db: Database, channelId: string, date: LocalDate): readonly Publication[] {
  const { publication: state, publicationDueAt: dueAt, publicationReason: reason } = deliveries;
  return db
    .select({ state, dueAt, reason })
    .from(deliveries)
    .where(and(eq(deliveries.channelId, channelId), eq(deliveries.date, date), sql`publication is not null`))
    .orderBy(asc(deliveries.part))
    .all()
    .flatMap((row) => (row.state === null ? [] : [{ ...row, state: row.state }]));
}

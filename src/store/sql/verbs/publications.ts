import type { Instant } from '../../../ports.ts';
import { dayMs, type LocalDate } from '../../../time.ts';
import type { DuePublication, Publication, PublicationSettlement, PublicationVerbs } from '../../publications.ts';
import type { Connection } from '../connection.ts';
import { and, asc, eq, sql } from '../drizzle.ts';
import { deliveries } from '../schema/digest-schema.ts';

/** Longer than any real wait. A publication that is due later was written with a wrong clock. */
const longestWaitMs = dayMs;

type DueRow = Omit<DuePublication, 'isWanted'> & { readonly isWanted: number };

export function publicationVerbs(db: Connection): PublicationVerbs {
  const due = db.prepare<[Instant, Instant, number], DueRow>(`
    select posted.id as "deliveryId", posted.channel_id as "channelId", channels.guild_id as "guildId",
      posted.date as date, posted.message_id as "messageId", posted.settled_at as "sentAt",
      channels.publishes as "isWanted"
    from deliveries as posted join channels on channels.channel_id = posted.channel_id
    where posted.publication = 'waiting' and (posted.publication_due_at <= ? or posted.publication_due_at > ?)
    order by posted.publication_due_at, posted.id limit ?`);
  return {
    duePublications: db.asking(async (now: Instant, limit: number) => {
      const rows = await due.all(now, now + longestWaitMs, limit);
      return rows.map(({ isWanted, ...row }) => ({ ...row, isWanted: isWanted === 1 }));
    }),
    settlePublication: db.atomic(async (id: number, { state, ...rest }: PublicationSettlement) => {
      await db.run(
        db
          .update(deliveries)
          .set({
            publication: state,
            publicationDueAt: 'dueAt' in rest ? rest.dueAt : null,
            publicationReason: 'reason' in rest ? rest.reason : null,
          })
          .where(and(eq(deliveries.id, id), eq(deliveries.publication, 'waiting'))),
      );
    }),
    publications: db.asking((channelId: string, date: LocalDate) => publicationsOf(db, channelId, date)),
  };
}

async function publicationsOf(db: Connection, channelId: string, date: LocalDate): Promise<readonly Publication[]> {
  const { publication: state, publicationDueAt: dueAt, publicationReason: reason } = deliveries;
  const rows = await db.all(
    db
      .select({ state, dueAt, reason })
      .from(deliveries)
      .where(and(eq(deliveries.channelId, channelId), eq(deliveries.date, date), sql`publication is not null`))
      .orderBy(asc(deliveries.part)),
  );
  return rows.flatMap((row) => (row.state === null ? [] : [{ ...row, state: row.state }]));
}

import type { Instant } from '../../../ports.ts';
import { followUpPart } from '../../follow-ups.ts';
import type { Connection } from '../connection.ts';

/**
 * Lets a posted message wait for its publication, if its channel is an announcement channel that publishes. The line of a
 * quiet day is not published, nor are the messages that come after a digest, nor is a header whose papers stand in a
 * thread: servers that follow the channel do not get the thread.
 */
export function publicationStarter(db: Connection): (deliveryId: number, at: Instant) => Promise<void> {
  const find = db.prepare<[number], { readonly part: number; readonly payload: string }>(`
    select part, payload from deliveries
    where id = ? and part < ${followUpPart} and message_id is not null and thread_id is null
      and exists (
        select 1 from channels
        where channels.channel_id = deliveries.channel_id and kind = 'announcement' and publishes = 1)
      and exists (
        select 1 from digests join digest_papers on digest_papers.digest_id = digests.id
        where digests.channel_id = deliveries.channel_id and digests.date = deliveries.date)`);
  const start = db.prepare<[Instant, number]>(
    "update deliveries set publication = 'waiting', publication_due_at = ? where id = ?",
  );
  return async (deliveryId, at) => {
    const posted = await find.get(deliveryId);
    if (posted === undefined || (posted.part === 1 && hasThread(posted.payload))) return;
    await start.run(at, deliveryId);
  };
}

/** Whether a message, given as JSON, begins a thread. */
function hasThread(json: string): boolean {
  const message: { readonly thread?: unknown } | null = JSON.parse(json);
  return (message?.thread ?? null) !== null;
}

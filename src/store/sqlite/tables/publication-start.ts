import type { Instant } from '../../../ports.ts';
import { followUpPart } from '../../follow-ups.ts';
import type { Database } from '../file/database.ts';

/**
 * Lets a posted message wait for its publication, if its channel is an announcement channel that publishes. The line of a
 * quiet day is not published, nor are the messages that come after a digest, nor is a header whose papers stand in a
 * thread: servers that follow the channel do not get the thread.
 */
export function publicationStarter(db: Database): (deliveryId: number, at: Instant) => void {
  const start = db.$client.prepare<[Instant, number]>(`
    update deliveries set publication = 'waiting', publication_due_at = ?
    where id = ? and part < ${followUpPart} and message_id is not null and thread_id is null
      and exists (
         select 1 from channels
         where channels.channel_id = deliveries.channel_id and kind = 'announcement' and publishes = 1)
      and exists (
        select 1 from digests join digest_papers on digest_papers.digest_id = digests.id
        where digests.channel_id = deliveries.channel_id and digests.date = deliveries.date)
      and not (part = 1 and json_extract(payload, '$.thread') is not null)`);
  return (deliveryId, at) => void start.run(at, deliveryId);
}

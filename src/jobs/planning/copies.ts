import { copyNonce } from '../../digests/delivery-nonce.ts';
import type { Destination } from '../../digests/destination.ts';
import type { Digest } from '../../digests/digest.ts';
import type { PlannedCopy } from '../../store/outbox.ts';
import type { PlanTools } from './planning-round.ts';

/**
 * The messages of a digest for the channel's destinations. One that cannot be composed is left out, and neither the channel
 * nor another destination waits for it.
 */
export const composeCopies = (
  digest: Digest,
  destinations: readonly Destination[],
  { destinationPosters, log }: Pick<PlanTools, 'destinationPosters' | 'log'>,
): readonly PlannedCopy[] =>
  destinations.flatMap((destination) => {
    const { id: destinationId, kind, channelId } = destination;
    try {
      const messages = destinationPosters?.get(kind)?.compose(digest, destination) ?? [];
      const parts = messages.map((message, index) => {
        return { json: JSON.stringify(message), nonce: copyNonce(destinationId, digest.date, index + 1) };
      });
      return parts.length === 0 ? [] : [{ destinationId, parts }];
    } catch (err) {
      const fields = { event: 'destination.failed', destinationId, kind, channelId, err };
      log.error(fields, `the digest of ${digest.date} could not be composed for ${kind} ${destinationId}`);
      return [];
    }
  });

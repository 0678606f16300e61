import { deliveryNonce } from '../../digests/delivery-nonce.ts';
import type { Digest } from '../../digests/digest.ts';
import type { LanguageName } from '../../language/names.ts';
import { sayIn } from '../../language/say.ts';
import type { Instant } from '../../ports.ts';
import type { PlannedPart } from '../../store/outbox.ts';
import { digestNotes } from '../../wording/digest-notes.ts';
import { digestReference } from './digest-messages.ts';
import { noMentions } from './mention-line.ts';
import { showTimeOfDay, timestamp } from './time.ts';

/** A day on which no paper came to a channel. */
export interface QuietDay {
  readonly digest: Digest;
  readonly nextDigestAt: Instant;
  readonly language: LanguageName;
}

/** Discord's flag SUPPRESS_NOTIFICATIONS: the line makes no sound. */
const suppressNotifications = 1 << 12;

/**
 * The line of a quiet day, as the only part of its digest: how many papers were announced, what was missing, and when the
 * next digest comes. It has the same nonce and reference as a digest, so that it is posted once.
 */
export function serializeQuietDay({ digest, nextDigestAt, language }: QuietDay): readonly PlannedPart[] {
  const say = sayIn(language);
  const nonce = deliveryNonce(digest.channelId, digest.date, 1);
  const next = say('quiet.next', { time: timestamp(nextDigestAt, 'F') });
  const lines = [
    say('quiet.line', { date: say.date(digest.date), announced: digest.announcedCount }),
    ...digestNotes(digest, say, showTimeOfDay),
    `-# ${next} · ${digestReference(nonce)}`,
  ];
  const message = {
    content: lines.join('\n'),
    embeds: [],
    flags: suppressNotifications,
    allowed_mentions: noMentions,
    nonce,
    enforce_nonce: true,
  };
  return [{ json: JSON.stringify(message), nonce }];
}

import type { Destination } from '../digests/destination.ts';
import type { DestinationPoster, PostOutcome } from '../posting/poster.ts';
import type { Delivery } from '../store/outbox.ts';
import { composeEmail, type FrozenEmail } from './digest-email.ts';
import { domainOf, type Email, type Mailer, type MailOutcome } from './email.ts';
import type { Sender } from './settings.ts';
import type { UnsubscribeLinks } from './unsubscribe.ts';

export interface MailPosterOptions {
  readonly mailer: Mailer;
  readonly from: Sender;
  /** Null if the bot has no public address: readers then answer the email. */
  readonly links: UnsubscribeLinks | null;
}

/** Mail servers slow down who opens many connections. */
const emailsAtOnce = 4;

/**
 * Sends digests by email. An email cannot be looked for afterwards, so that it is never sent twice: what may have been sent
 * is uncertain.
 */
export function createMailPoster({ mailer, from, links }: MailPosterOptions): DestinationPoster {
  const unsubscribeUrl = ({ id }: Destination): string =>
    links?.urlOf(id) ?? `mailto:${from.address}?subject=unsubscribe%20${id}`;

  return {
    compose: (digest, destination) => [composeEmail(digest, destination, unsubscribeUrl(destination))],
    async post({ destination, payload, nonce, inDoubt }) {
      if (destination === null) return { kind: 'rejected', reason: 'it has no address' };
      if (inDoubt) return { kind: 'uncertain', reason: lostAnswer };
      const delayMs = mailer.waitMs();
      if (delayMs > 0) return { kind: 'retry', delayMs, reason: 'too many emails in a minute', inDoubt: false };
      const id = messageIdOf({ nonce });
      const headers = headersOf(destination, unsubscribeUrl(destination), from);
      const { subject, text, html } = payload as FrozenEmail;
      const email: Email = { to: destination.address, subject, text, html, id, headers };
      return postOutcome(await mailer.send(email), `<${id}@${domainOf(from.address)}>`);
    },
    find: async () => ({ kind: 'unreadable', reason: lostAnswer }),
    waitMs: mailer.waitMs,
    atOnce: emailsAtOnce,
  };
}

const lostAnswer = 'the bot was interrupted while it was sent';

const messageIdOf = ({ nonce }: Pick<Delivery, 'nonce'>): string => `paperboy.${nonce}`;

/** One-click unsubscription needs an encrypted web address (RFC 8058). */
const headersOf = ({ id }: Destination, url: string, from: Sender): Readonly<Record<string, string>> => ({
  'List-Id': `<digest-${id}.${domainOf(from.address)}>`,
  'List-Unsubscribe': `<${url}>`,
  ...(url.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
});

function postOutcome(outcome: MailOutcome, messageId: string): PostOutcome {
  switch (outcome.kind) {
    case 'sent':
      return { kind: 'sent', messageId, threadId: null };
    case 'refused':
      return { kind: 'blocked', reason: outcome.reason };
    case 'later':
      return { kind: 'retry', delayMs: 0, reason: outcome.reason, inDoubt: false };
    case 'unknown':
      return { kind: 'uncertain', reason: outcome.reason };
    case 'host-problem':
      return { kind: 'unauthorized', reason: outcome.reason };
  }
}

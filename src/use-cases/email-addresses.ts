import { createHmac, randomInt } from 'node:crypto';
import { type Destination, emailLimits } from '../digests/destination.ts';
import type { Email, Mailer } from '../mail/email.ts';
import type { Clock, Logger } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { dayMs, minuteMs } from '../time.ts';

/** The address that a person wants, for a channel that they may manage. */
interface AddressRequest {
  readonly guildId: string;
  readonly channelId: string;
  readonly userId: string;
  readonly address: string;
  /** The email with a code, in the language of the person. */
  readonly wordCode: (code: string) => Pick<Email, 'subject' | 'text'>;
}

type AddressOutcome =
  | { readonly kind: 'code-sent' | 'already' | 'limited' | 'full' | 'later'; readonly address: string }
  | { readonly kind: 'bad-address' | 'no-digest' }
  | { readonly kind: 'refused'; readonly address: string; readonly reason: string };

type EnteredCode =
  | { readonly kind: 'confirmed'; readonly destination: Destination }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'none' | 'expired' };

/** Addresses that get the digests of channels, each confirmed by a code that was sent to it. */
export interface EmailAddresses {
  /** Sends a code to an address. */
  request(request: AddressRequest): Promise<AddressOutcome>;
  /** Enters the code that was sent to the person for this channel. */
  enter(typed: { readonly channelId: string; readonly userId: string; readonly code: string }): Promise<EnteredCode>;
}

/** What sends emails; null if the host has not turned that on. */
interface CodeSender {
  readonly mailer: Mailer;
  readonly secret: string;
  readAddress(text: string): string | null;
}

export interface EmailAddressTools {
  readonly mail: CodeSender | null;
  readonly store: Pick<Store, 'destinations' | 'subscriptions' | 'storeAddressCode' | 'confirmAddress'>;
  readonly clock: Clock;
  readonly log: Logger;
}

export function createEmailAddresses({ mail, store, clock, log }: EmailAddressTools): EmailAddresses | null {
  if (mail === null) return null;
  const { mailer, secret, readAddress } = mail;
  const hash = (...texts: readonly string[]): string =>
    createHmac('sha256', secret).update(JSON.stringify(texts)).digest('base64url');

  /** Why no code is sent; null if one can be. */
  async function refusal({ guildId, channelId }: AddressRequest, address: string): Promise<AddressOutcome | null> {
    if ((await store.subscriptions(guildId, channelId)).length === 0) return { kind: 'no-digest' };
    const known = (await store.destinations(channelId)).filter(({ kind }) => kind === 'mail');
    if (known.some((one) => one.address === address)) return { kind: 'already', address };
    if (known.length >= emailLimits.addresses) return { kind: 'full', address };
    return mailer.waitMs() > 0 ? { kind: 'later', address } : null;
  }

  async function sendCode(request: AddressRequest, address: string): Promise<AddressOutcome> {
    const { guildId, channelId, userId, wordCode } = request;
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const at = clock();
    const codeHash = hash('code', channelId, userId, code);
    const countedFor = [hash('address', address.toLowerCase()), hash('person', userId)];
    const counted = { countedFor, countedSince: at - dayMs, mostCodes: emailLimits.codesADay };
    const whose = { guildId, channelId, userId, kind: 'mail' as const, address };
    if (!(await store.storeAddressCode({ ...whose, ...counted, codeHash, at }))) return { kind: 'limited', address };
    const outcome = await mailer.send({
      ...wordCode(code),
      to: address,
      id: `code.${hash('email', codeHash, String(at))}`,
    });
    if (outcome.kind === 'sent') return { kind: 'code-sent', address };
    const { kind, reason } = outcome;
    const fields = { event: 'mail.code-failed', guildId, channelId, outcome: kind, reason };
    log[kind === 'host-problem' ? 'error' : 'warn'](fields, `no code could be sent: ${reason}`);
    // An email whose answer got lost may have arrived. Then the code is valid.
    if (kind === 'unknown') return { kind: 'code-sent', address };
    return kind === 'refused' ? { kind, reason, address } : { kind: 'later', address };
  }

  return {
    async request(request) {
      const address = readAddress(request.address);
      if (address === null) return { kind: 'bad-address' };
      return (await refusal(request, address)) ?? (await sendCode(request, address));
    },
    enter: ({ channelId, userId, code }) => {
      const at = clock();
      const codeHash = hash('code', channelId, userId, code.replace(/\D/g, ''));
      const { minutes, tries: mostTries } = emailLimits;
      return store.confirmAddress({ channelId, userId, codeHash, sentSince: at - minutes * minuteMs, mostTries, at });
    },
  };
}

import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { Clock, Instant } from '../../ports.ts';
import { minuteMs } from '../../time.ts';

/** A request's body as it was sent, with the headers that sign it. */
export interface SignedRequest {
  /** Header `X-Signature-Ed25519`: 128 hexadecimal digits. */
  readonly signature: string;
  /** Header `X-Signature-Timestamp`: seconds since 1970. */
  readonly timestamp: string;
  readonly body: Buffer;
}

/** How far the clocks of Discord and of this machine may differ. */
const clockDoubtMs = 5 * minuteMs;

/** What makes a public key of RFC 8410 of the 32 bytes that Discord shows. */
const derPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Makes the check that a request comes from Discord, and was signed within the last five minutes.
 * @param publicKey the public key of the application: 64 hexadecimal digits
 */
export function createSignatureCheck(publicKey: string, clock: Clock): (request: SignedRequest) => boolean {
  const key = createPublicKey({
    key: Buffer.concat([derPrefix, Buffer.from(publicKey, 'hex')]),
    format: 'der',
    type: 'spki',
  });
  return (request) => isRecent(request.timestamp, clock()) && isSigned(request, key);
}

const isRecent = (timestamp: string, now: Instant): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(now - Number(timestamp) * 1000) <= clockDoubtMs;

/** Discord signs the timestamp and the body together. */
const isSigned = ({ signature, timestamp, body }: SignedRequest, key: KeyObject): boolean =>
  /^[0-9a-f]{128}$/i.test(signature) &&
  verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));

/** Makes the check that an interaction, by its id, did not come before. Ids are kept while their signatures are accepted. */
export function createReplayCheck(clock: Clock): (id: string) => boolean {
  const seen = new Map<string, Instant>();
  return (id) => {
    forgetOld(seen, clock() - 2 * clockDoubtMs);
    if (seen.has(id)) return false;
    seen.set(id, clock());
    return true;
  };
}

function forgetOld(seen: Map<string, Instant>, before: Instant): void {
  for (const [id, at] of seen) {
    if (at >= before) return;
    seen.delete(id);
  }
}

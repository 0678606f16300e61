import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Clock } from '../../ports.ts';

/** What Discord signs and sends. */
export interface SignedBody {
  readonly timestamp: string;
  readonly signature: string;
  readonly body: string;
}

/** Discord's numbers for its first question and the only right answer. */
const PING = 1;
const PONG = 1;

/**
 * The interactions endpoint of the application: while it has an address, Discord posts interactions there, and the
 * gateway gets none. Each request is signed with the application's key.
 */
export class InteractionsEndpoint {
  /** 64 hexadecimal digits, as the Developer Portal shows them. */
  readonly publicKey: string;
  readonly #privateKey: KeyObject;
  readonly #clock: Clock;
  #url: string | null = null;

  constructor(clock: Clock) {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    this.#privateKey = privateKey;
    this.#clock = clock;
    // The key is the last 32 bytes of its DER form (RFC 8410).
    this.publicKey = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
  }

  get url(): string | null {
    return this.#url;
  }

  /**
   * Saves the address, as somebody does in the Developer Portal. Discord sends a PING first, and one with a wrong
   * signature.
   * @throws Error if the endpoint does not answer the PING, or takes the wrong signature
   */
  async save(url: string | null): Promise<void> {
    if (url !== null) await this.#verify(url);
    this.#url = url;
  }

  /** Posts an interaction. Whether the endpoint took it. */
  async deliver(payload: unknown): Promise<boolean> {
    if (this.#url === null) throw new Error('the application has no interactions endpoint');
    try {
      const response = await post(this.#url, this.sign(JSON.stringify(payload)));
      // 202 without a body says that the answer comes by the callback.
      return response.status === 202 && (await response.text()) === '';
    } catch {
      return false; // Nobody listens there.
    }
  }

  /** Signs a body. */
  sign(body: string, timestamp = String(Math.floor(this.#clock() / 1000))): SignedBody {
    const signature = sign(null, Buffer.from(timestamp + body), this.#privateKey).toString('hex');
    return { timestamp, signature, body };
  }

  async #verify(url: string): Promise<void> {
    const ping = this.sign(JSON.stringify({ type: PING }));
    const right = await post(url, ping);
    const answer = (await right.json().catch(() => null)) as { readonly type?: number } | null;
    const wrong = await post(url, { ...ping, signature: '0'.repeat(128) });
    if (right.status === 200 && answer?.type === PONG && wrong.status === 401) return;
    throw new Error('The specified interactions endpoint url could not be verified.');
  }
}

/**
 * Posts a signed body, as Discord does.
 * @internal
 */
export const post = (url: string, { timestamp, signature, body }: SignedBody): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'Discord-Interactions/1.0 (+https://discord.com)',
      'X-Signature-Ed25519': signature,
      'X-Signature-Timestamp': timestamp,
    },
    body,
  });

import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Clock } from '../ports.ts';
import { minuteMs } from '../time.ts';
import { domainOf, type Email, type Mailer, type MailOutcome } from './email.ts';
import { outcomeOfFailure } from './mail-outcome.ts';
import type { Sender, SmtpPlace } from './settings.ts';
import { runSession } from './smtp-session.ts';

export interface MailerOptions {
  readonly smtp: SmtpPlace;
  readonly from: Sender;
  readonly perMinute: number;
  readonly clock: Clock;
  /** How long the server may be silent, in milliseconds. */
  readonly silentMs?: number;
}

const usualSilentMs = 30_000;

/** After a problem of the host, such as a wrong password, nothing is sent for this time. */
const restMs = 5 * minuteMs;

/** How much of a message is handed over at once, in bytes. */
const pieceLength = 16_384;

/** Sends emails through a server. Each has a separate connection, so that none waits for the failure of another. */
export function createMailer({ smtp, from, perMinute, clock, silentMs = usualSilentMs }: MailerOptions): Mailer {
  const sentAt: number[] = [];
  let restsUntil = 0;

  function waitMs(): number {
    const now = clock();
    while (sentAt[0] !== undefined && (sentAt[0] <= now - minuteMs || sentAt[0] > now)) sentAt.shift();
    const [oldest = now] = sentAt;
    const forRoom = sentAt.length < perMinute ? 0 : oldest + minuteMs - now;
    return Math.max(forRoom, Math.min(restsUntil - now, restMs), 0);
  }

  async function attempt(email: Email): Promise<MailOutcome> {
    const message = await compose(email, from, clock());
    let isWhole = false;
    const pieces = piecesOf(message, () => {
      isWhole = true;
    });
    const readable = Readable.from(pieces, { objectMode: false, highWaterMark: pieceLength });
    try {
      await runSession({ smtp, from, silentMs, mail: { to: email.to, message: readable } });
      return { kind: 'sent' };
    } catch (error) {
      return outcomeOfFailure(error, isWhole);
    }
  }

  return {
    waitMs,
    async send(email) {
      sentAt.push(clock());
      const outcome = await attempt(email);
      if (outcome.kind === 'host-problem') restsUntil = clock() + restMs;
      return outcome;
    },
    async check() {
      try {
        await runSession({ smtp, from, silentMs });
        return { kind: 'sent' };
      } catch (error) {
        return outcomeOfFailure(error, false);
      }
    },
  };
}

/** The bytes of an email. The library encodes each header, so that none can begin another one. */
const compose = ({ to, subject, text, html, id, headers = {} }: Email, from: Sender, at: number): Promise<Buffer> =>
  new MailComposer({
    from: { name: from.name, address: from.address },
    to: { name: '', address: to },
    ...{ subject, text, messageId: `<${id}@${domainOf(from.address)}>`, date: new Date(at) },
    ...(html === undefined ? {} : { html }),
    headers: { 'Auto-Submitted': 'auto-generated', Precedence: 'bulk', ...headers },
  })
    .compile()
    .build();

/** The message in pieces. `onWhole` is called when the last one was taken: from then on, the server may have all of it. */
function* piecesOf(message: Buffer, onWhole: () => void): Generator<Buffer> {
  for (let start = 0; start < message.length; start += pieceLength) {
    if (start + pieceLength >= message.length) onWhole();
    yield message.subarray(start, start + pieceLength);
  }
}

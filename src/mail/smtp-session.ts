import type { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { domainOf } from './email.ts';
import type { Sender, SmtpPlace } from './settings.ts';

/** What one connection to a mail server is for. */
export interface SessionPlan {
  readonly smtp: SmtpPlace;
  readonly from: Sender;
  /** How long the server may be silent, in milliseconds. */
  readonly silentMs: number;
  /** Absent if only the login is checked. */
  readonly mail?: { readonly to: string; readonly message: Readable };
}

type Done = (error?: Error | null) => void;

/**
 * Connects to a mail server, logs in, and sends a message, which is read only once the server asks for it.
 * @throws the library's error, which has the server's answer
 */
export async function runSession({ smtp, from, silentMs, mail }: SessionPlan): Promise<void> {
  const { host, port, isSecure, needsTls, login } = smtp;
  const connection = new SMTPConnection({
    ...{ host, port, secure: isSecure, requireTLS: needsTls, name: domainOf(from.address) },
    ...{ connectionTimeout: silentMs, greetingTimeout: silentMs, socketTimeout: silentMs, dnsTimeout: silentMs },
  });
  const failed = Promise.withResolvers<never>();
  connection.on('error', failed.reject);
  // The server may close the connection without a word while nothing is asked.
  connection.on('end', () => failed.reject(new Error('the connection ended')));
  failed.promise.catch(() => {}); // An error after the end of the session is nobody's.
  const step = (start: (done: Done) => void): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    start((error) => (error ? reject(error) : resolve()));
    return Promise.race([promise, failed.promise]);
  };
  try {
    await step((done) => connection.connect(done));
    if (login !== null)
      await step((done) => connection.login({ credentials: { user: login.user, pass: login.password } }, done));
    if (mail !== undefined)
      await step((done) =>
        connection.send({ from: from.address, to: [mail.to] }, mail.message, (error) => done(error)),
      );
    connection.quit();
  } catch (error) {
    connection.close();
    throw error;
  }
}

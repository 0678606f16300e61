import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** How a mail server treats one step: it answers with this line, or cuts the connection. */
export type Treatment = `${number} ${string}` | 'cut';

/** The steps at which a test can make the server refuse. `data-end` is after the final dot, `data-start` in the message. */
export type Step = 'connect' | 'login' | 'mail' | 'recipient' | 'data-start' | 'data-end';

export interface MailServer extends AsyncDisposable {
  readonly port: number;
  /** What arrived, read back. */
  readonly inbox: ParsedMail[];
  /** To whom, in the order of arrival. */
  readonly recipients: string[];
  /** How often somebody connected. */
  connections(): number;
  /** Treats the next attempts at a step like this, one each. */
  treat(step: Step, ...treatments: readonly Treatment[]): void;
  /** Treats every attempt well again. */
  forgetTreatments(): void;
}

/** A mail server in this process, which keeps what it gets. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const inbox: ParsedMail[] = [];
  const recipients: string[] = [];
  const treatments = new Map<Step, Treatment[]>();
  let connections = 0;
  const sockets = new Set<{ destroy(): void }>();

  /** Applies the next treatment of a step. True if there was one. */
  function isTreated(step: Step, callback: (error: Error) => void): boolean {
    const treatment = treatments.get(step)?.shift();
    if (treatment === undefined) return false;
    if (treatment === 'cut') for (const socket of sockets) socket.destroy();
    else callback(answer(treatment));
    return true;
  }

  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    onConnect(_session, callback) {
      connections += 1;
      if (!isTreated('connect', callback)) callback();
    },
    onAuth({ username, password }, _session, callback) {
      if (isTreated('login', callback)) return;
      if (password === 'right') callback(null, { user: username ?? '' });
      else callback(answer('535 5.7.8 Authentication credentials invalid'));
    },
    onMailFrom(_address, _session, callback) {
      if (!isTreated('mail', callback)) callback();
    },
    onRcptTo(_address, _session, callback) {
      if (!isTreated('recipient', callback)) callback();
    },
    onData(stream, session, callback) {
      if (isTreated('data-start', callback)) return;
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        inbox.push(await simpleParser(Buffer.concat(chunks)));
        recipients.push(...session.envelope.rcptTo.map(({ address }) => address));
        if (!isTreated('data-end', callback)) callback();
      });
    },
    ...options,
  });
  server.on('error', () => {}); // A cut connection is what a test wants.
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    inbox,
    recipients,
    connections: () => connections,
    treat: (step, ...given) => void treatments.set(step, [...(treatments.get(step) ?? []), ...given]),
    forgetTreatments: () => treatments.clear(),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const answer = (line: string): Error =>
  Object.assign(new Error(line.slice(4)), { responseCode: Number(line.slice(0, 3)) });

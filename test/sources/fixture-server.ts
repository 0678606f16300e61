import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export type Responder = (request: IncomingMessage, response: ServerResponse) => void;

interface SeenRequest {
  readonly path: string;
  readonly at: number;
  readonly headers: IncomingMessage['headers'];
}

/** A server on loopback that answers what the test sets, and records its requests. */
export interface FixtureServer extends AsyncDisposable {
  readonly url: string;
  readonly requests: SeenRequest[];
  /** Most connections that were open at the same time. */
  readonly peakConnections: () => number;
  /** Sets the answer to every request from now on. */
  answer(responder: Responder): void;
  /** Answers a request now, as a new one. */
  answerAgain: Responder;
}

export async function startFixtureServer(): Promise<FixtureServer> {
  let responder: Responder = status(404);
  let open = 0;
  let peak = 0;
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', at: performance.now(), headers: request.headers });
    responder(request, response);
  });
  server.on('connection', (socket) => {
    open += 1;
    peak = Math.max(peak, open);
    socket.on('close', () => {
      open -= 1;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    peakConnections: () => peak,
    answer: (next) => {
      responder = next;
    },
    answerAgain: (request, response) => responder(request, response),
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

export const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/sources/${name}`, import.meta.url), 'utf8');

export const body =
  (text: string | Buffer, headers: Record<string, string> = {}): Responder =>
  (_request, response) => {
    response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(text) });
    response.end(text);
  };

export const status =
  (code: number, headers: Record<string, string> = {}, text = ''): Responder =>
  (_request, response) => {
    response.writeHead(code, headers);
    response.end(text);
  };

/** A byte every few milliseconds, for as long as the other side listens. */
export const drip: Responder = (_request, response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 5);
  response.on('close', () => clearInterval(timer));
};

/** Promises more than it sends, and breaks the connection. */
export const reset =
  (text: string): Responder =>
  (_request, response) => {
    response.writeHead(200, { 'content-length': Buffer.byteLength(text) + 1000 });
    response.write(text, () => response.socket?.resetAndDestroy());
  };

/** A few kilobytes that decode to that many bytes of blanks. */
export const gzipBomb = (bytes: number): Responder =>
  body(gzipSync(Buffer.alloc(bytes, ' '), { level: 1 }), { 'content-encoding': 'gzip' });

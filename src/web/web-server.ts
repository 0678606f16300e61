import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type HttpNames, type HttpPlace, type HttpPort, openHttpPort } from '../http-port.ts';
import type { Logger } from '../ports.ts';
import { readBody } from './request-body.ts';
import type { Route, WebAnswer } from './route.ts';
import { createRouteTable, type FoundRoutes } from './route-table.ts';

/** More connections are refused. A reverse proxy needs a few. */
const mostConnections = 256;

/** A slow client gets this long to send its headers, and then its whole request, in milliseconds. */
const slowest = { headersTimeout: 10_000, requestTimeout: 20_000, connectionsCheckingInterval: 2_000 };

/** A connection on which nothing moves for this long is closed: the client does not read the answer. */
const silentMs = 30_000;

const mostHeaderBytes = 8_192;
const mostBodyBytes = 4_096;

const commonHeaders = {
  'Content-Type': 'text/plain; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
};

/** Limits of time, in milliseconds. Tests set shorter ones. */
type WebLimits = typeof slowest & { readonly silentMs: number };

export interface RoutesOptions {
  readonly place: HttpPlace;
  /** How messages name the server. */
  readonly names: HttpNames;
  readonly log: Logger;
  readonly limits?: WebLimits;
  /** The address by which others reach the server; absent or null if there is none. */
  readonly publicUrl?: string | null;
}

/** Routes that are served until they are disposed. */
interface WebServer extends HttpPort {
  /** The address that links begin with. */
  readonly base: string;
}

/**
 * Serves the routes until they are disposed. Every other address is 404.
 * @throws HttpPortError if the port or the address cannot be used
 */
export async function serveRoutes(
  routes: readonly Route[],
  { place, names, log, limits = { ...slowest, silentMs }, publicUrl = null }: RoutesOptions,
): Promise<WebServer> {
  const find = createRouteTable(routes);
  const server = createServer({ ...limits, maxHeaderSize: mostHeaderBytes });
  server.maxConnections = mostConnections;
  server.setTimeout(limits.silentMs);
  server.on('clientError', refuse);
  const port = await openHttpPort(server, place, names);
  keepErrors(server, log);
  const base = publicUrl ?? ownUrl(port.url);
  server.on(
    'request',
    (request, response) => void answer(request, response, { found: find(pathOf(request)), base, log }),
  );
  return { ...port, base };
}

/** A server at every address of this machine is reached by one of them. */
const ownUrl = (url: string): string => url.replace(/\/\/(0\.0\.0\.0|\[::\])/, '//127.0.0.1');

function keepErrors(server: Server, log: Logger): void {
  server.on('error', (err) => log.error({ event: 'web.error', err }, 'the server for the web has a problem'));
}

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? '';
const queryOf = ({ url = '' }: IncomingMessage): URLSearchParams => new URLSearchParams(url.split('?')[1] ?? '');

interface Answering {
  readonly found: FoundRoutes | null;
  readonly base: string;
  readonly log: Logger;
}

/** The log names the pattern and never the path, which can hold a secret. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { found, base, log }: Answering,
): Promise<void> {
  const { method = '' } = request;
  if (found === null) return send(response, method, { status: 404, body: 'There is nothing at this address.' });
  const route = found.routes.get(method === 'HEAD' ? 'GET' : method);
  if (route === undefined) return send(response, method, wrongMethod(found));
  try {
    send(response, method, await answerRoute(request, route, { ...found, base }));
  } catch (err) {
    if (request.destroyed && !request.complete) return; // The client went away.
    log.error({ event: 'web.failed', path: route.path, err }, `a page of ${route.path} could not be made`);
    send(response, method, { status: 500, body: 'This page could not be made. Try again later.' });
  }
}

async function answerRoute(
  request: IncomingMessage,
  route: Route,
  { base, parameters }: FoundRoutes & Pick<Answering, 'base'>,
): Promise<WebAnswer> {
  const isPost = route.method === 'POST';
  const body = isPost ? await readBody(request, route.mostBytes ?? mostBodyBytes) : Buffer.alloc(0);
  if (body === null) {
    const headers = { Connection: 'close' };
    return { status: 413, headers, body: 'The request is too long.' };
  }
  return await route.answer({ base, parameters, query: queryOf(request), headers: request.headers, body });
}

function wrongMethod({ routes }: FoundRoutes): WebAnswer {
  const methods = [...routes.keys()].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  const headers = { Allow: methods.join(', ') };
  return { status: 405, headers, body: `This address allows ${methods.join(' and ')}.` };
}

/** The headers of a HEAD are those of a GET. A 304 has no length, because it would be that of the whole answer. */
function send(response: ServerResponse, method: string, { status, headers, body = '' }: WebAnswer): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const length = status === 304 ? {} : { 'Content-Length': bytes.length };
  response.writeHead(status, { ...commonHeaders, ...length, ...headers });
  response.end(method === 'HEAD' || status === 304 ? undefined : bytes);
}

const refusals: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Answers what is not a request of HTTP, is too large, or does not end. */
function refuse({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) return void socket.destroy();
  socket.end(`HTTP/1.1 ${refusals[code] ?? '400 Bad Request'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

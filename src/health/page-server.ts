import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type HttpPlace, type HttpPort, openHttpPort } from '../http-port.ts';
import type { Logger } from '../ports.ts';

/** A page: plain text, and whether all is well. */
export interface Page {
  readonly status: 200 | 503;
  readonly text: string;
  /** The media type; by default plain text. */
  readonly type?: string;
}

/** The pages by their paths. Each request makes its page. */
export type Pages = Readonly<Record<string, () => Page | Promise<Page>>>;

/** More connections are refused. A monitor needs one. */
const mostConnections = 32;
const plainText = 'text/plain; charset=utf-8';

/** How a message names the pages, if they cannot be served. */
const names = { pages: 'The health pages', hostSetting: 'HEALTH_HOST', portSetting: 'HEALTH_PORT' };

/**
 * Serves the pages until they are disposed. Everything else is 404, and only GET and HEAD are allowed.
 * @throws HttpPortError if the port or the address cannot be used
 */
export async function servePages(pages: Pages, place: HttpPlace, log: Logger): Promise<HttpPort> {
  const server = createServer((request, response) => void answer(request, response, pages, log));
  server.maxConnections = mostConnections;
  const port = await openHttpPort(server, place, names);
  server.on('error', (err) => log.error({ event: 'health.error', err }, 'the health pages have a problem'));
  return port;
}

async function answer(request: IncomingMessage, response: ServerResponse, pages: Pages, log: Logger): Promise<void> {
  const { method = '', url = '' } = request;
  const path = url.split('?', 1)[0] ?? '';
  const make = Object.hasOwn(pages, path) ? pages[path] : undefined;
  if (make === undefined) return send(response, 404, `There are ${Object.keys(pages).join(', ')}.`, method);
  if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return send(response, 405, 'Only GET and HEAD are allowed.', method);
  }
  try {
    const { status, text, type } = await make();
    send(response, status, text, method, type);
  } catch (err) {
    log.error({ event: 'health.failed', path, err }, `the page ${path} could not be made`);
    send(response, 500, 'This page could not be made. The log says why.', method);
  }
}

/** The header of a HEAD is that of a GET, without its body. */
function send(response: ServerResponse, status: number, text: string, method: string, type = plainText): void {
  const body = text.endsWith('\n') ? text : `${text}\n`;
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(method === 'HEAD' ? undefined : body);
}

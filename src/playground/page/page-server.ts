import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../../ports.ts';
import { type Actions, createActions } from './actions.ts';
import { pictureTypes } from './message-page.ts';
import { type PageFile, readPageFiles } from './page-files.ts';
import { refusalOf, safeHeaders } from './request-guard.ts';
import type { Stage } from './stage.ts';
import { streamView } from './view-stream.ts';

/** The page of a stage, on loopback. */
export interface PageServer extends AsyncDisposable {
  /** `http://127.0.0.1:46307/` */
  readonly url: string;
}

/** The limit of a request's body, in bytes. */
const longestBody = 64 * 1024;

interface Parts {
  readonly stage: Stage;
  readonly files: ReadonlyMap<string, PageFile>;
  readonly actions: Actions;
  readonly log: Logger;
}

/** Serves the page of a stage. Only this machine can reach it. */
export async function startPage(stage: Stage, log: Logger, port = 0): Promise<PageServer> {
  const parts = { stage, files: readPageFiles(), actions: createActions(stage), log };
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value);
    const refusal = refusalOf(request, (server.address() as AddressInfo).port);
    if (refusal !== null) return answer(response, 403, refusal);
    void serve(request, response, parts);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method === 'POST') return await serveAction(request, response, url, parts);
    if (url.pathname === '/view') return serveView(url, response, parts);
    if (url.pathname.startsWith('/files/')) return serveAttachment(url, response, parts);
    const file = parts.files.get(url.pathname);
    if (file === undefined) return answer(response, 404, 'There is no such file.');
    response.writeHead(200, { 'Content-Type': file.type }).end(file.body);
  } catch (err) {
    parts.log.error({ event: 'page.failed', err }, 'the page asked for something, and it failed');
    if (!response.headersSent) answer(response, 500, 'It failed. The terminal says why.');
  }
}

async function serveAction(request: IncomingMessage, response: ServerResponse, { pathname }: URL, parts: Parts) {
  if (pathname !== '/act') return answer(response, 404, 'There is no such action.');
  const body = await readJson(request);
  if (body === undefined) return answer(response, 413, 'The request is too long, or is not JSON.');
  const result = await parts.actions.perform(body);
  if (result === null) return answer(response, 400, 'The request is none of the page.');
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(result));
}

/** The JSON of a body; undefined if it is none, or too long. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.byteLength;
    if (length > longestBody) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}

function serveView({ searchParams }: URL, response: ServerResponse, { stage, log }: Parts): void {
  const { person } = stage.actors.find((actor) => actor.person.id === searchParams.get('person')) ?? stage.actors[0];
  const channel = stage.discord.world.channels.get(searchParams.get('channel') ?? stage.channelId);
  const isVisible = channel !== undefined && person.can(channel, 'ViewChannel');
  const channelId = isVisible ? channel.id : person.directChannel().id;
  streamView({ stage, person, channelId, log }, response);
}

/** A file of a message. Only pictures are shown; everything else is downloaded, so that none of it can run here. */
function serveAttachment({ pathname }: URL, response: ServerResponse, { stage }: Parts): void {
  const [, , channelId = '', id = ''] = pathname.split('/');
  const messages = stage.discord.world.channels.get(channelId)?.messages ?? [];
  const file = messages.flatMap(({ body }) => body.attachments).find((each) => each.id === id);
  if (file === undefined) {
    answer(response, 404, 'There is no such file.');
    return;
  }
  const isPicture = pictureTypes.has(file.contentType);
  const type = isPicture ? file.contentType : 'application/octet-stream';
  response.writeHead(200, { 'Content-Type': type, ...(isPicture ? {} : { 'Content-Disposition': 'attachment' }) });
  response.end(file.data);
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}

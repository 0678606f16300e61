import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Reach } from './road.ts';

/** A worker's way to Discord, on loopback, which holds its posts. */
export interface DiscordRoad extends AsyncDisposable {
  /** The value for DISCORD_API_URL. */
  readonly url: string;
  /** The worker is dead: no request of it that is still here goes on. */
  end(): void;
}

/** @param discord the URL of the local Discord */
export async function openDiscordRoad(discord: string, reach: Reach): Promise<DiscordRoad> {
  let isOver = false;
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isGone = () => isOver || request.socket.destroyed;
    const body = await bytesOf(request);
    const isPost = request.method === 'POST';
    if (isPost) await reach('send leaving');
    // The worker has given it up.
    if (isGone()) return;
    const [answer] = await Promise.allSettled([ask(request, body)]);
    if (isPost) await reach('send answered');
    if (isGone()) return;
    if (answer.status === 'rejected') throw answer.reason;
    const { status, headers, body: text } = answer.value;
    response.writeHead(status, headers);
    response.end(text);
  }

  async function ask({ method, url, headers }: IncomingMessage, body: Buffer) {
    const onward = send(new URL(url ?? '/', discord), { method, headers: { ...headers, host: new URL(discord).host } });
    onward.end(body);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 500, headers: answer.headers, body: await bytesOf(answer) };
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const end = (): void => {
    isOver = true;
    server.closeAllConnections();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${new URL(discord).pathname}`,
    end,
    async [Symbol.asyncDispose]() {
      end();
      server.close();
    },
  };
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

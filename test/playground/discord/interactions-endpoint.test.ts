import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { InteractionsEndpoint } from '../../../src/playground/discord/interactions-endpoint.ts';
import { startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import { call, NO_LIMITS } from './api.ts';
import { startBot } from './bot.ts';

/** An endpoint that gives each request the next of the answers. */
async function answering(answers: readonly (readonly [status: number, body: string])[]) {
  const left = [...answers];
  const server = createServer((_request, response) => {
    const [status, body] = left.shift() ?? [500, ''];
    response.writeHead(status).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close, [Symbol.dispose]: close };
}

const pong = [200, '{"type":1}'] as const;
const refused = [401, ''] as const;

it.each([
  ['answers the PING wrongly', [[200, '{"type":4}'], refused]],
  ['does not answer JSON', [[200, 'hello'], refused]],
  ['takes a wrong signature', [pong, pong]],
  ['refuses a right signature', [refused, refused]],
] as const)('an endpoint that %s is not saved', async (_flaw, answers) => {
  using server = await answering(answers);
  const endpoint = new InteractionsEndpoint(Date.now);
  await expect(endpoint.save(server.url)).rejects.toThrow('could not be verified');
  expect(endpoint.url).toBeNull();
});

it('an interaction goes to the endpoint alone, and fails where it is not taken', async () => {
  await using discord = await startLocalDiscord({ limits: NO_LIMITS });
  const guild = discord.world.createGuild({ name: 'Lab', channels: ['papers'] });
  using bot = await startBot(discord);
  const path = `/applications/${discord.applicationId}`;
  await call(discord, 'PUT', `${path}/commands`, [{ name: 'search', description: 'Finds' }]);
  const ada = discord.person({ name: 'Ada', guild });
  using server = await answering([pong, refused, [500, ''], [202, 'a body']]);
  await discord.endpoint.save(server.url);
  for (const _answer of ['an error', 'a body']) await expect(ada.run('/search')).rejects.toThrow('did not respond');
  server.close();
  await expect(ada.run('/search')).rejects.toThrow('did not respond');
  expect(bot.heard.filter(({ t }) => t === 'INTERACTION_CREATE')).toEqual([]);
  const application = await call(discord, 'GET', '/applications/@me');
  expect(application.body).toMatchObject({
    interactions_endpoint_url: server.url,
    verify_key: discord.endpoint.publicKey,
  });
});

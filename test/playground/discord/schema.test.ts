import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import { checkSchema, loadSchema } from '../../support/discord-schema.ts';
import { call, complaints, NO_LIMITS } from './api.ts';

describe.skipIf(checkSchema === undefined)("bodies against Discord's own description (needs ../shared)", () => {
  let discord: LocalDiscord;
  let channel: string;

  beforeAll(async () => {
    discord = await startLocalDiscord({ limits: NO_LIMITS, checkSchema });
    channel = discord.world.createChannel({ guild: discord.world.createGuild({ name: 'Lab' }), name: 'papers' }).id;
  });
  afterAll(() => discord[Symbol.asyncDispose]());

  const post = (body: object) => call(discord, 'POST', `/channels/${channel}/messages`, body);
  const put = (body: object) => call(discord, 'PUT', `/applications/${discord.applicationId}/commands`, body);

  test('a breach of the schema is 50035 and logged as a violation', async () => {
    discord.violations.length = 0;
    const { body } = await post({ embeds: [{ title: 'x'.repeat(257) }] });
    expect(body.code).toBe(50035);
    expect(complaints(body.errors)).toEqual(['embeds.0.title SCHEMA_MAXLENGTH']);
    expect(discord.violations).toMatchObject([
      { method: 'POST', path: `/channels/${channel}/messages`, source: 'schema', errors: { code: 50035 } },
    ]);
  });

  test('a breach of the rules alone is a violation too', async () => {
    discord.violations.length = 0;
    await post({});
    expect(discord.violations).toMatchObject([{ source: 'rules', errors: { code: 50006 } }]);
  });

  test('good messages, commands and answers pass, also with permissions as a string', async () => {
    discord.violations.length = 0;
    const button = { type: 2, style: 1, label: 'Go', custom_id: 'go' };
    await post({ content: 'a', nonce: 'n', enforce_nonce: true, components: [{ type: 1, components: [button] }] });
    await post({ embeds: [{ title: 'a', url: 'https://example.org', color: 1 }], allowed_mentions: { parse: [] } });
    const option = { type: 3, name: 'query', description: 'What', autocomplete: true, required: true };
    const commands = [
      { name: 'digest', description: 'a', default_member_permissions: '16', contexts: [0], options: [option] },
    ];
    expect((await put(commands)).status).toBe(200);
    expect(discord.violations).toEqual([]);
    await put([{ name: 'digest', description: 'a', options: [{ ...option, type: 99 }] }]);
    expect(discord.violations).toMatchObject([{ source: 'schema' }]);
  });
});

test('without the file there is no check', async () => {
  const checkSchema = await loadSchema('/does/not/exist.json');
  expect(checkSchema).toBeUndefined();
  await using discord = await startLocalDiscord({ checkSchema });
  expect((await call(discord, 'GET', '/users/@me')).status).toBe(200);
});

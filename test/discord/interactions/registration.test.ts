import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/discord/commands/registry.ts';
import type { AnyCommand } from '../../../src/discord/interactions/command.ts';
import { commandBodies, registerCommands } from '../../../src/discord/interactions/registration.ts';
import { menus } from '../../../src/discord/menus/registry.ts';
import { createRest } from '../../../src/discord/rest.ts';
import { english } from '../../../src/language/english.ts';
import { startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import { createKeptLog } from '../../support/bot.ts';
import { checkSchema } from '../../support/discord-schema.ts';

async function startRegistration() {
  const discord = await startLocalDiscord({ checkSchema });
  const log = createKeptLog();
  const rest = createRest({ apiUrl: discord.url, token: discord.token, userAgent: 'paperboy/test', log });
  const { signal } = new AbortController();
  const register = (list: readonly AnyCommand[] = commands) =>
    registerCommands({ rest, applicationId: discord.applicationId, commands: list, menus, log, signal });
  const methods = () => discord.requests.map(({ method }) => method);
  return { discord, register, methods, [Symbol.asyncDispose]: () => discord[Symbol.asyncDispose]() };
}

describe('registerCommands', () => {
  it('writes the commands once and then only compares', async () => {
    await using test = await startRegistration();
    expect(await test.register()).toBe('written');
    expect(await test.register()).toBe('unchanged');
    expect(test.methods()).toEqual(['GET', 'PUT', 'GET']);
    expect(test.discord.violations).toEqual([]);
    const names = [...test.discord.world.commands.values()].map(({ name }) => name);
    expect(names).toEqual([
      'subscribe',
      'unsubscribe',
      'subscriptions',
      'digest',
      'papers',
      'club',
      'Save papers',
      'Cite papers',
    ]);
  });

  it('writes again if anything differs, and removes old commands', async () => {
    await using test = await startRegistration();
    await test.register();
    const changed = commands.filter(({ definition }) => definition.name !== 'papers help');
    expect(await test.register(changed)).toBe('written');
    expect(await test.register(commands.slice(0, 2))).toBe('written');
    expect([...test.discord.world.commands.values()].map(({ name }) => name)).toEqual([
      'subscribe',
      'unsubscribe',
      'Save papers',
      'Cite papers',
    ]);
  });

  it('writes again if a translation differs', async () => {
    await using test = await startRegistration();
    await test.register();
    const { commands: stored } = test.discord.world;
    for (const [id, command] of stored) stored.set(id, { ...command, description_localizations: null });
    expect(await test.register()).toBe('written');
    expect(await test.register()).toBe('unchanged');
  });

  it('fails if the token is refused', async () => {
    await using test = await startRegistration();
    test.discord.resetToken();
    await expect(test.register()).rejects.toThrow();
  });
});

describe('commandBodies', () => {
  it('finds a text for each command, option and choice, and the catalogue has no others', () => {
    const keys = commands.flatMap(({ definition: { name, options } }: AnyCommand) => [
      name,
      ...Object.entries(options).flatMap(([option, given]) => [
        `${name}.${option}`,
        ...Object.keys(given.type === 'choice' ? given.choices : {}).map((value) => `${name}.${option}.${value}`),
      ]),
    ]);
    expect(Object.keys(english.commands).toSorted()).toEqual(['club', 'digest', 'papers', ...keys].toSorted());
  });

  it('makes all commands for everywhere, and asks for Manage Channels on servers for those of managers', () => {
    const bodies = commandBodies(commands);
    const shown = bodies.map((body) => [
      body.name,
      body.default_member_permissions,
      body.contexts,
      body.integration_types,
    ]);
    expect(shown).toEqual([
      ['subscribe', '16', [0, 1, 2], [0, 1]],
      ['unsubscribe', '16', [0, 1, 2], [0, 1]],
      ['subscriptions', '16', [0, 1, 2], [0, 1]],
      ['digest', '16', [0, 1, 2], [0, 1]],
      ['papers', null, [0, 1, 2], [0, 1]],
      // Everybody may see the agenda. The table refuses the others to people who do not manage the channel.
      ['club', null, [0, 1, 2], [0, 1]],
    ]);
  });
});

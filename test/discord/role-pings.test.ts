import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/playground/reply.ts';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper, inventPapers } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});
beforeEach(() => bot.subscribe('diffusion'));

const createRole = (isMentionable = true) =>
  bot.discord.world.createRole({ guild: bot.guildId, name: 'readers', isMentionable });
const open = async () => bot.manager.choose(await bot.manager.run('/digest settings'), 'Change a setting…', 'Pings');
const choose = async (roleId: string) => bot.manager.choose(await open(), 'Choose a role', roleId);
const save = async (roleId: string) => bot.manager.press(await choose(roleId), 'Save');
const refusalOf = (reply: Reply) => reply.followUps.at(-1)?.content ?? reply.content;
const stored = async () => (await bot.store.channel(bot.channelId))?.mentionRoleId;
const digests = () => bot.discord.messages(bot.channelId).filter(({ content }) => content.includes('ref '));
const pinged = () => digests().map(({ pings }) => pings);
const nobody = { everyone: false, userIds: [], roleIds: [] };

async function digestTomorrow(papers = inventPapers(1, 'diffusion')): Promise<void> {
  await bot.announce(papers);
  bot.pass(dayMs);
  await bot.wake();
}

describe('a role', () => {
  it('is chosen after a sentence that says who will be notified, and is pinged by each digest, once', async () => {
    const role = createRole();
    const change = await choose(role.id);
    expect(change.content).toContain(`Pings: nobody → **<@&${role.id}>**`);
    expect(change.content).toContain(`Each digest will notify everyone who has the role <@&${role.id}>.`);
    expect(await stored()).toBeNull();
    const done = await bot.manager.press(change, 'Save');
    expect(done.content).toContain(`Pings: <@&${role.id}>`);
    await bot.router.whenIdle();
    await digestTomorrow(inventPapers(12, 'diffusion'));
    const messages = bot.discord.messages(bot.channelId);
    // The public line about the change names the role, and pings nobody.
    expect(messages[0]?.content).toContain(`<@&${role.id}>`);
    expect(messages[0]?.pings).toEqual(nobody);
    expect(digests()[0]?.content).toMatch(new RegExp(`^<@&${role.id}>\n### Papers for `));
    expect(pinged()[0]).toEqual({ ...nobody, roleIds: [role.id] });
  });

  it('is pinged by the first message of a digest alone, and by /digest now', async () => {
    const role = createRole();
    await save(role.id);
    await bot.manager.run('/digest settings', { max: 12 });
    await bot.announce(inventPapers(12, 'diffusion'));
    const preview = await bot.manager.run('/digest preview');
    expect(preview.content).not.toContain('<@&');
    await bot.manager.run('/digest now');
    expect(pinged()).toEqual([{ ...nobody, roleIds: [role.id] }, nobody]);
  });

  it('is the only one that a digest pings, whatever a paper says', async () => {
    const role = createRole();
    const other = createRole();
    await save(role.id);
    const title = `Diffusion @everyone @here <@&${other.id}> <@${bot.manager.id}>`;
    await digestTomorrow([inventPaper({ title })]);
    expect(pinged()).toEqual([{ ...nobody, roleIds: [role.id] }]);
  });

  it('can be cleared', async () => {
    await save(createRole().id);
    const change = await bot.manager.press(await open(), 'Ping nobody');
    expect(change.content).toContain('→ **nobody**');
    expect(change.content).not.toContain('will notify');
    await bot.manager.press(change, 'Save');
    expect(await stored()).toBeNull();
    await digestTomorrow();
    expect(pinged()).toEqual([nobody]);
  });
});

describe('a role that may not be mentioned', () => {
  it('is refused: that of everyone, that of a bot, one that only administrators may mention', async () => {
    const { world } = bot.discord;
    expect(refusalOf(await choose(bot.guildId))).toContain('A digest never pings everyone');
    const own = world.guild(bot.guildId).members.get(world.bot.id)?.roleIds[0] ?? '';
    expect(refusalOf(await choose(own))).toContain('belongs to a bot');
    const role = createRole(false);
    expect(refusalOf(await choose(role.id))).toContain('Mention @everyone, @here, and All Roles');
    expect(await stored()).toBeNull();
  });

  it('needs the permission of the person too, so that nobody gets it through the bot', async () => {
    const { world } = bot.discord;
    const role = createRole(false);
    world.setOverwrite(bot.channelId, { member: world.bot, allow: ['MentionEveryone'] });
    expect(refusalOf(await choose(role.id))).toContain('You may not ping');
    world.setOverwrite(bot.channelId, { member: bot.manager, allow: ['MentionEveryone'] });
    await save(role.id);
    await digestTomorrow();
    expect(pinged()).toEqual([{ ...nobody, roleIds: [role.id] }]);
  });

  it('is refused if it was deleted or closed between the choice and Save', async () => {
    const { world } = bot.discord;
    const role = createRole();
    const change = await choose(role.id);
    world.setRoleMentionable(bot.guildId, role, false);
    expect(refusalOf(await bot.manager.press(change, 'Save'))).toContain('I may not ping');
    world.deleteRole(bot.guildId, role);
    expect(refusalOf(await bot.manager.press(change, 'Save'))).toContain('This role was deleted');
    expect(await stored()).toBeNull();
  });
});

describe('a digest whose role', () => {
  it('was deleted goes out without a ping, and the panel says so', async () => {
    const role = createRole();
    await save(role.id);
    bot.discord.world.deleteRole(bot.guildId, role);
    await digestTomorrow();
    expect(pinged()).toEqual([nobody]);
    expect(digests()[0]?.content).toMatch(/^### Papers for /);
    expect((await bot.manager.run('/digest settings')).content).toContain('Pings: nobody, since the role was deleted');
  });

  it('may no longer be mentioned goes out without a ping, and the panel says so', async () => {
    const role = createRole();
    await save(role.id);
    bot.discord.world.setRoleMentionable(bot.guildId, role, false);
    await digestTomorrow();
    expect(pinged()).toEqual([nobody]);
    expect(digests()[0]?.content).toMatch(/^### Papers for /);
    const panel = await bot.manager.run('/digest settings');
    expect(panel.content).toContain(`Pings: nobody, since Discord does not let me ping <@&${role.id}>`);
    bot.discord.world.setRoleMentionable(bot.guildId, role, true);
    expect((await bot.manager.run('/digest settings')).content).toContain(`Pings: <@&${role.id}>`);
  });

  it('cannot be looked up goes out all the same', async () => {
    const role = createRole();
    await save(role.id);
    bot.discord.faults.add({ kind: 'unavailable', method: 'GET', path: /\/roles$/, times: 9 });
    await digestTomorrow();
    expect(pinged()).toEqual([{ ...nobody, roleIds: [role.id] }]);
  });
});

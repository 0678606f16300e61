import { expect, it } from 'vitest';
import type { Person } from '../../src/playground/person.ts';
import type { OptionValues } from '../../src/playground/person-options.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

/** Changes of one setting each, with what the panel says after them. */
const changes: readonly { readonly options: OptionValues; readonly shown: string }[] = [
  { options: { time: '07:30' }, shown: '07:30' },
  { options: { zone: 'Europe/Berlin' }, shown: 'Europe/Berlin' },
  { options: { days: 'weekdays' }, shown: 'weekdays' },
  { options: { max: 3 }, shown: '3 papers' },
  { options: { grace: 45 }, shown: '45 minutes' },
  { options: { layout: 'list' }, shown: 'List' },
];
const pairs = changes.flatMap((one, index) => changes.slice(index + 1).map((other) => [one, other] as const));

it('keeps the different settings that two managers change at the same moment', async () => {
  const other = bot.person({ name: 'noor', permissions: ['ManageChannels'] });
  const { world } = bot.discord;
  for (const [one, two] of pairs) {
    const channel = world.createChannel({ guild: bot.guildId, name: 'papers' });
    const change = (person: Person, options: OptionValues) => person.run('/digest settings', options, { in: channel });
    await Promise.all([change(bot.manager, one.options), change(other, two.options)]);
    const panel = (await bot.manager.run('/digest settings', {}, { in: channel })).content;
    expect(panel).toContain(one.shown);
    expect(panel).toContain(two.shown);
  }
});

it('keeps the topic that one manager has changed when another one confirms an older preview', async () => {
  await bot.subscribe('lakes');
  const other = bot.person({ name: 'noor', permissions: ['ManageChannels'] });
  const previewOf = async (person: Person, topic: string) => {
    const form = await person.choose(await person.run('/subscriptions'), 'Change a topic…', 'lakes');
    return person.submit(form, { topic });
  };
  const previews = [await previewOf(bot.manager, 'gulls'), await previewOf(other, 'tides')] as const;
  const replies = await Promise.all([bot.manager.press(previews[0], 'Change'), other.press(previews[1], 'Change')]);
  await bot.router.whenIdle();
  const [stored] = await bot.store.subscriptions(bot.guildId);
  const [done, refused] = replies.map(({ content }) => content).toSorted((one) => (one.startsWith('Done') ? -1 : 1));
  expect(done).toContain(`gets papers on **${stored?.topic}** instead of **lakes**`);
  expect(refused).toContain(`Somebody has changed this topic of <#${bot.channelId}> to **${stored?.topic}** meanwhile`);
});

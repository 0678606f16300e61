import type { REST } from 'discord.js';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { defaultSchedule, nextOccurrence } from '../../src/digests/schedule.ts';
import { typedSubscription } from '../../src/discord/authorization/rules.ts';
import { digestPause } from '../../src/discord/commands/digest-pause.ts';
import { digestResume } from '../../src/discord/commands/digest-resume.ts';
import { digestSettings } from '../../src/discord/commands/digest-settings.ts';
import { unsubscribe } from '../../src/discord/commands/unsubscribe.ts';
import { dropTopics, moveTopics } from '../../src/discord/components/deleted-channel.ts';
import { confirmDraft } from '../../src/discord/components/subscription-draft.ts';
import type { CommandContext } from '../../src/discord/interactions/context.ts';
import { createDiscussionThreads } from '../../src/discord/posting/discussion-threads.ts';
import { endPause } from '../../src/jobs/planning/resumption.ts';
import { sayIn } from '../../src/language/say.ts';
import { memoByKey } from '../../src/memo.ts';
import { openStore } from '../../src/store/databases.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs } from '../../src/time.ts';
import { createServices, type ServiceTools } from '../../src/use-cases/services.ts';
import { topicOf } from '../store/invented-listings.ts';
import { temporaryFolder } from '../store/opened-store.ts';
import { createKeptLog } from '../support/bot.ts';

const now = Date.parse('2026-06-12T07:00:00Z');
const everything = (1n << 53n) - 1n;

/** A channel that has a server to itself, so that many of them can live in one database. */
interface Scene {
  readonly store: Store;
  readonly guildId: string;
  readonly channelId: string;
  /** The channel's subscription at the beginning. */
  readonly subscriptionId: number;
}

const permitted = ({ channelId }: Scene) => ({
  id: channelId,
  name: 'papers',
  type: 0,
  isLocked: false,
  invoker: everything,
  bot: everything,
});

/** What a command gets when a manager runs it in the channel of the scene. */
function contextOf(scene: Scene): CommandContext {
  const { store, guildId } = scene;
  const here = permitted(scene);
  const log = createKeptLog();
  const clock = () => now;
  return {
    store,
    commands: [],
    // The commands of this test use only the tools that are given.
    services: createServices({ store, clock, log, sources: [], mail: null } as unknown as ServiceTools),
    drawPicture: async () => null,
    clock,
    log,
    userId: 'user',
    guildId,
    isDirect: false,
    say: sayIn('en'),
    guildLanguage: 'en',
    here,
    directMessages: async () => here,
    access: async () => here,
    threads: createDiscussionThreads({} as REST),
    roles: async () => new Map(),
    channelNames: async () => new Map(),
  };
}

const settings = (changes: object) => (scene: Scene) =>
  digestSettings.run({ ...noSettings, ...changes }, contextOf(scene), permitted(scene));
const noSettings = {
  channel: undefined,
  time: undefined,
  zone: undefined,
  days: undefined,
  max: undefined,
  grace: undefined,
  layout: undefined,
  ranking: undefined,
  weekly: undefined,
};

const pause = (until: string) => (scene: Scene) =>
  digestPause.run({ until, channel: undefined }, contextOf(scene), permitted(scene));

/** Presses the button Subscribe of a preview, or the button Change if there is a topic to replace. */
const confirm = (topicText: string, replacedTopic: string | null) => async (scene: Scene) => {
  const { guildId, channelId } = scene;
  const shown = { guildId, channelId, userId: 'user', topicText, replacedTopic, at: now };
  const replaces = replacedTopic === null ? null : scene.subscriptionId;
  const draft = { ...shown, replaces, id: 1 };
  const press = { verb: 'subscribe', rest: [], values: [], fields: {} };
  return confirmDraft.run(press, contextOf(scene), { draft, channel: permitted(scene) });
};

/** Ends the pause as the planning of digests does, if its end had come when the channel was read. */
async function endOverduePause({ store, channelId }: Scene): Promise<void> {
  const channel = await store.channel(channelId);
  if (channel === null || channel.pausedUntil === null || channel.pausedUntil > now) return;
  await endPause(channel, 'over', { store, clock: () => now, log: createKeptLog() });
}

/** What managers and the bot itself may do to a channel at the same moment. */
const actions: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'change the time': settings({ time: '15:00' }),
  'change the zone': settings({ zone: 'Asia/Tokyo' }),
  'change the days': settings({ days: 'weekdays' }),
  'change the maximum': settings({ max: 3 }),
  'change the grace': settings({ grace: 5 }),
  'change the layout': settings({ layout: 'list' }),
  'change time and layout': settings({ time: '06:00', layout: 'list' }),
  'pause for a week': pause('1 week'),
  'pause for a month': pause('1 month'),
  resume: (scene) => digestResume.run({ channel: undefined }, contextOf(scene), permitted(scene)),
  'end a pause that is over': endOverduePause,
  subscribe: confirm('sea', null),
  'subscribe to the same': confirm('lake', null),
  'change the topic to tides': confirm('tides', 'lake'),
  'change the topic to ice': confirm('ice', 'lake'),
  'move the topics': (scene) => {
    const target = { ...permitted(scene), id: `${scene.channelId}-b` };
    const press = { verb: 'move-topics', rest: [scene.channelId], values: [target.id], fields: {} };
    return moveTopics.run(press, contextOf(scene), { fromChannelId: scene.channelId, target });
  },
  'remove the topics': (scene) => {
    const press = { verb: 'drop-topics', rest: [scene.channelId], values: [], fields: {} };
    return dropTopics.run(press, contextOf(scene), scene.channelId);
  },
  unsubscribe: async (scene) => {
    const args = { subscription: 'lake' };
    const context = contextOf(scene);
    return unsubscribe.run(args, context, await typedSubscription.grant(args, context));
  },
};

/** The store, whose verbs begin when the scheduler says so. */
const scheduledStore = (store: Store, scheduler: fc.Scheduler): Store =>
  new Proxy(store, {
    get(target, name, receiver) {
      const verb: unknown = Reflect.get(target, name, receiver);
      if (typeof name !== 'string' || typeof verb !== 'function') return verb;
      return async (...given: unknown[]): Promise<unknown> => {
        await scheduler.schedule(Promise.resolve(), name);
        return Reflect.apply(verb, target, given);
      };
    },
  });

/** Makes channels with one subscription, whose pause may be over. */
function sceneMaker(store: Store) {
  let made = 0;
  return async (isPaused: boolean): Promise<Scene> => {
    made += 1;
    const [guildId, channelId] = [`guild-${made}`, `channel-${made}`];
    const subscribedAt = now - 3 * dayMs;
    const nextDigestAt = nextOccurrence(defaultSchedule, subscribedAt);
    const defaults = { schedule: defaultSchedule, maxPapers: 10, language: 'en' as const, nextDigestAt };
    const whose = { guildId, channelId, userId: 'user', at: subscribedAt, defaults, cap: 50 };
    await store.subscribe({ ...whose, topic: topicOf('lake') });
    const [subscription] = await store.subscriptions(guildId);
    if (isPaused) await store.pauseChannel(channelId, subscribedAt, now - 1);
    return { store, guildId, channelId, subscriptionId: subscription?.id ?? 0 };
  };
}

/** Everything about the channel that managers can see. */
async function stateOf({ store, guildId, channelId }: Scene) {
  const { guildId: _guild, channelId: _channel, ...channel } = (await store.channel(channelId)) ?? {};
  const topics = (await store.subscriptions(guildId)).map(({ topic }) => topic);
  return { ...channel, topics: topics.toSorted() };
}

/** All orders of the items. */
const ordersOf = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item, index) => ordersOf(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));

/** The state after the actions, one after the other. Some may be refused. */
async function runInOrder(names: readonly string[], making: Promise<Scene>) {
  const scene = await making;
  for (const name of names) await actions[name]?.(scene).catch(() => undefined);
  return stateOf(scene);
}

it('what several people and the bot do at the same moment is as if they did it one after the other', async () => {
  const store = await openStore({ url: `file:${temporaryFolder()}/test.db` });
  onTestFinished(() => store[Symbol.asyncDispose]());
  const makeScene = sceneMaker(store);
  const inOrder = memoByKey(2_000, (key: string) => {
    const { order, isPaused } = JSON.parse(key);
    return runInOrder(order, makeScene(isPaused));
  });
  const names = fc.uniqueArray(fc.constantFrom(...Object.keys(actions)), { minLength: 2, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), names, fc.boolean(), async (scheduler, chosen, isPaused) => {
      const scene = await makeScene(isPaused);
      const together = { ...scene, store: scheduledStore(store, scheduler) };
      const all = Promise.allSettled(chosen.map((name) => actions[name]?.(together)));
      await scheduler.waitFor(all);
      const possible = ordersOf(chosen).map((order) => inOrder(JSON.stringify({ order, isPaused })));
      expect(await Promise.all(possible)).toContainEqual(await stateOf(scene));
    }),
    { seed: 41, numRuns: 60 },
  );
});

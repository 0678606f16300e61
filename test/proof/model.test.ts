import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deliveryNonce } from '../../src/digests/delivery-nonce.ts';
import { digestReference } from '../../src/discord/rendering/digest-messages.ts';
import { addDays, hourMs, utcDate } from '../../src/time.ts';
import { type ModelWorld, modelStart, openModelWorld } from './model-world.ts';

/** The papers that readers may expect. It follows from the events, never from the bot's own reports. */
interface Model {
  hours: number;
  papers: number;
  readonly channels: readonly ChannelModel[];
}

interface ChannelModel {
  readonly index: number;
  isSubscribed: boolean;
  isAllowed: boolean;
  /** Papers announced while it was subscribed, which must come. */
  readonly owed: Set<string>;
  /** Papers owed until it unsubscribed. They may come once it subscribes again. */
  readonly open: Set<string>;
  /** How many papers were posted until it unsubscribed. No more come while it is not subscribed. */
  postedBefore: number;
  /** Papers stored before its first subscription, which must never come. */
  readonly seeded: Set<string>;
}

type Step = fc.AsyncCommand<Model, ModelWorld>;

/** All announced papers fit into one digest, so the limit leaves none out. */
const mostPapers = 90;
/** The promise ends after seven days. */
const mostHours = 6 * 24;

const step = (name: string, check: (model: Model) => boolean, run: Step['run']): Step => ({
  check,
  async run(model, world) {
    await run(model, world);
    expectNothingWrong(world, model);
  },
  toString: () => name,
});

const always = () => true;
const channelOf = (model: Model, index: number) => model.channels[index] as ChannelModel;
const idOf = (world: ModelWorld, index: number) => world.channelIds[index] ?? '';
/** The bot wakes after most commands. */
const thenWake = (act: (model: Model, world: ModelWorld) => unknown) => async (model: Model, world: ModelWorld) => {
  await act(model, world);
  await world.app.wake();
};

const hasRoom = (model: Model, count: number, hours: number) =>
  model.papers + count <= mostPapers && model.hours + hours <= mostHours;

const passTime = (model: Model, world: ModelWorld, hours: number) => {
  model.hours += hours;
  world.pass(hours * hourMs);
};

const announceTo = (model: Model, world: ModelWorld, count: number) => {
  model.papers += count;
  const ids = world.announce(count);
  for (const channel of model.channels.filter(({ isSubscribed }) => isSubscribed)) {
    for (const id of ids) channel.owed.add(id);
  }
};

const advance = (hours: number) =>
  step(
    `advance(${hours})`,
    (model) => hasRoom(model, 0, hours),
    thenWake((model, world) => passTime(model, world, hours)),
  );

/** Papers are announced and pulled. */
const announce = (count: number) =>
  step(
    `announce(${count})`,
    (model) => hasRoom(model, count, 1),
    thenWake((model, world) => {
      announceTo(model, world, count);
      passTime(model, world, 1); // The bot waits before it asks Hugging Face again.
    }),
  );

/** The digest becomes due, and the bot dies while it posts. */
const crash = (afterMessages: number) =>
  step(
    `crash(${afterMessages})`,
    (model) => hasRoom(model, 0, 13),
    async (model, world) => {
      passTime(model, world, 13);
      await world.dieAfterMessages(afterMessages);
    },
  );

const subscribe = (index: number) =>
  step(
    `subscribe(${index})`,
    (model) => !channelOf(model, index).isSubscribed,
    thenWake(async (model, world) => {
      const channel = channelOf(model, index);
      channel.isSubscribed = true;
      for (const { id } of await storedPapers(world)) {
        if (!channel.open.has(id)) channel.seeded.add(id);
      }
      await world.subscribe(idOf(world, index));
    }),
  );

const unsubscribe = (index: number) =>
  step(
    `unsubscribe(${index})`,
    (model) => channelOf(model, index).isSubscribed,
    thenWake(async (model, world) => {
      const channel = channelOf(model, index);
      channel.isSubscribed = false;
      for (const id of channel.owed) channel.open.add(id);
      channel.owed.clear();
      await world.unsubscribe(idOf(world, index));
      channel.postedBefore = postedTo(world, idOf(world, index)).length;
    }),
  );

const changeZone = (index: number, zone: string) =>
  step(
    `changeZone(${index}, ${zone})`,
    (model) => channelOf(model, index).isSubscribed,
    thenWake(async (_model, world) => {
      const stored = await world.app.store.channel(idOf(world, index));
      if (stored === null) return;
      world.outage(false);
      const reply = await world.manager.run('/digest settings', { channel: idOf(world, index), zone });
      expect(reply.content ?? JSON.stringify(reply)).not.toContain('went wrong');
    }),
  );

const outage = (isDown: boolean) => step(`outage(${isDown})`, always, async (_model, world) => world.outage(isDown));

/** The digest becomes due, and the first messages fail. */
const trouble = (kind: 'bad-gateway' | 'unavailable', times: number) =>
  step(
    `trouble(${kind}, ${times})`,
    (model) => hasRoom(model, 0, 13),
    thenWake((model, world) => {
      passTime(model, world, 13);
      if (!world.isDown()) world.discord.faults.add({ kind, method: 'POST', path: /\/messages$/, times });
    }),
  );

const restart = () => step('restart', always, (_model, world) => world.restart());

/** The bot loses or gets the permission to post, and the digest becomes due. */
const allow = (index: number, isAllowed: boolean) =>
  step(
    `allow(${index}, ${isAllowed})`,
    (model) => channelOf(model, index).isAllowed !== isAllowed && hasRoom(model, 0, 13),
    thenWake((model, world) => {
      channelOf(model, index).isAllowed = isAllowed;
      world.allow(idOf(world, index), isAllowed);
      passTime(model, world, 13);
    }),
  );

const channelIndex = fc.constantFrom(0, 1);
const commands = [
  ...Array.from({ length: 4 }, () => fc.constantFrom(1, 12, 23).map(announce)),
  ...Array.from({ length: 3 }, () => fc.constantFrom(1, 2, 3).map(crash)),
  fc.constantFrom(1, 7).map(advance),
  channelIndex.map(subscribe),
  channelIndex.map(unsubscribe),
  fc
    .tuple(channelIndex, fc.constantFrom('Pacific/Kiritimati', 'America/New_York', 'Asia/Kolkata'))
    .map(([index, zone]) => changeZone(index, zone)),
  fc.boolean().map(outage),
  fc.constant(outage(false)),
  fc.constantFrom(1, 2).map((times) => trouble('bad-gateway', times)),
  fc.constantFrom(1, 2).map((times) => trouble('unavailable', times)),
  fc.constant(restart()),
  fc.tuple(channelIndex, fc.boolean()).map(([index, isAllowed]) => allow(index, isAllowed)),
  fc.boolean().map((isAllowed) => allow(0, isAllowed)),
];

const newModel = (): Model => ({
  hours: 0,
  papers: 0,
  channels: [0, 1].map((index) => ({
    index,
    isSubscribed: false,
    isAllowed: true,
    owed: new Set(),
    postedBefore: 0,
    open: new Set(),
    seeded: new Set(),
  })),
});

const postedTo = ({ discord }: ModelWorld, channelId: string): string[] =>
  discord
    .messages(channelId)
    .flatMap(({ embeds }) => embeds)
    .flatMap(({ url }) => /\/abs\/(.+)$/.exec(url ?? '')?.[1] ?? []);

const storedPapers = async (world: ModelWorld) =>
  (await world.app.store.newsSince(0, 1_000)).map(({ paper }) => ({ id: paper.id }));

/** Checks the invariants. */
function expectNothingWrong(world: ModelWorld, model: Model): void {
  for (const foreign of world.foreignIds) expect(world.discord.messages(foreign)).toEqual([]);
  expect(world.discord.violations).toEqual([]);
  for (const channel of model.channels) {
    const channelId = idOf(world, channel.index);
    const posted = postedTo(world, channelId);
    expect(posted, 'at most once').toEqual([...new Set(posted)]);
    expect(
      posted.filter((id) => channel.seeded.has(id)),
      'nothing from before',
    ).toEqual([]);
    if (!channel.isSubscribed) expect(posted, 'nothing after the last unsubscribe').toHaveLength(channel.postedBefore);
    expectPartsInOrder(world, channelId);
  }
}

/** In each digest, part n comes after part n − 1. */
function expectPartsInOrder(world: ModelWorld, channelId: string): void {
  const contents = world.discord.messages(channelId).map(({ content }) => content);
  const start = utcDate(modelStart);
  for (let day = -1; day < 14; day++) {
    const places = Array.from({ length: 10 }, (_, index) => index + 1).map((part) => {
      const reference = digestReference(deliveryNonce(channelId, addDays(start, day), part));
      return contents.findIndex((content) => content.endsWith(reference));
    });
    const found = places.filter((place) => place >= 0);
    expect(places.slice(0, found.length), 'no part is missing before another').toEqual(found);
    expect(found, 'in order').toEqual(found.toSorted((one, other) => one - other));
  }
}

/** Ends all failures and moves the time on. Then all owed papers are there. */
async function recover(world: ModelWorld, model: Model): Promise<void> {
  world.outage(false);
  world.discord.faults.clear();
  for (const { index } of model.channels) world.allow(idOf(world, index), true);
  for (let wake = 0; wake < 16; wake++) {
    world.pass(4 * hourMs);
    await world.app.wake();
  }
  expectNothingWrong(world, model);
  for (const channel of model.channels.filter(({ isSubscribed }) => isSubscribed)) {
    const posted = new Set(postedTo(world, idOf(world, channel.index)));
    expect(
      [...channel.owed].filter((id) => !posted.has(id)),
      'at least once',
    ).toEqual([]);
  }
}

it('posts each paper to each channel at most once, and at least once after all failures end', async () => {
  const runs = fc.asyncProperty(fc.commands(commands, { maxCommands: 24, size: 'max' }), async (story) => {
    await using world = await openModelWorld();
    const model = newModel();
    await world.subscribe(idOf(world, 0));
    channelOf(model, 0).isSubscribed = true;
    await fc.asyncModelRun(() => ({ model, real: world }), story);
    await recover(world, model);
  });
  await fc.assert(runs, { numRuns: Number(process.env['MODEL_RUNS'] ?? 12), seed: 20260612, endOnFailure: true });
}, 120_000);

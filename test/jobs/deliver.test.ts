import { describe, expect, it } from 'vitest';
import { yieldTurn } from '../../src/cooperate.ts';
import { createDeliverer, type DeliverTools } from '../../src/jobs/deliver.ts';
import { UnauthorizedError } from '../../src/jobs/delivery-outcome.ts';
import type { FindOutcome, Poster, PostOutcome } from '../../src/posting/poster.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs } from '../../src/time.ts';
import { createKeptLog } from '../support/bot.ts';
import { steadyLease } from '../support/steady-lease.ts';
import { type PlannedChannel, planChannels } from './planned-channels.ts';

const never = new AbortController().signal;

/** A poster with prepared answers, which records what it was given. */
function scriptedPoster(answers: { readonly post?: readonly PostOutcome[]; readonly find?: FindOutcome }) {
  const posted: string[] = [];
  const left = [...(answers.post ?? [])];
  const poster: Poster = {
    post: async ({ channelId, part, nonce }) => {
      posted.push(`${channelId} part ${part} ${nonce}`);
      return left.shift() ?? { kind: 'sent', messageId: `message of ${nonce}`, threadId: null };
    },
    find: async () => answers.find ?? { kind: 'absent' },
    waitMs: () => 0,
    atOnce: 64,
  };
  return { poster, posted };
}

function toolsFor(planned: PlannedChannel, poster: Poster) {
  return {
    store: planned.store,
    poster,
    clock: planned.clock,
    log: createKeptLog(),
    random: () => 0.5,
    lease: steadyLease(),
  };
}

const deliverDue = (tools: DeliverTools, signal: AbortSignal) => createDeliverer(tools).deliverDue(signal);

const statesOf = async (store: Store, { channelIds, date }: PlannedChannel) =>
  (await Promise.all(channelIds.map((id) => store.deliveries(id, date)))).map((parts) =>
    parts.map(({ state }) => state),
  );

describe('deliverDue', () => {
  it('sends every part, and the parts of one digest in order', async () => {
    await using planned = await planChannels({ channels: 3, parts: 3 });
    const { poster, posted } = scriptedPoster({});
    await deliverDue(toolsFor(planned, poster), never);
    expect(await statesOf(planned.store, planned)).toEqual(Array(3).fill(['sent', 'sent', 'sent']));
    for (const id of planned.channelIds) {
      expect(posted.filter((line) => line.startsWith(id)).map((line) => line.split(' ')[2])).toEqual(['1', '2', '3']);
    }
    await deliverDue(toolsFor(planned, poster), never);
    expect(posted).toHaveLength(9);
  });

  it('tries again when Discord says so, with the same nonce', async () => {
    await using planned = await planChannels({ channels: 1, parts: 1 });
    const { poster, posted } = scriptedPoster({
      post: [{ kind: 'retry', delayMs: 60_000, reason: 'rate limited', inDoubt: false }],
    });
    await deliverDue(toolsFor(planned, poster), never);
    expect(await statesOf(planned.store, planned)).toEqual([['retry']]);
    planned.pass(59_000);
    await deliverDue(toolsFor(planned, poster), never);
    expect(posted).toHaveLength(1);
    planned.pass(2_000);
    await deliverDue(toolsFor(planned, poster), never);
    expect(await statesOf(planned.store, planned)).toEqual([['sent']]);
    expect(posted[0]).toBe(posted[1]);
  });

  it('waits longer with each failure', async () => {
    await using planned = await planChannels({ channels: 1, parts: 1 });
    const failure: PostOutcome = { kind: 'retry', delayMs: 0, reason: 'Discord answered 502', inDoubt: true };
    const tools = toolsFor(planned, scriptedPoster({ post: Array(12).fill(failure) }).poster);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      await deliverDue(tools, never);
      const [delivery] = await planned.store.deliveries(planned.channelIds[0] ?? '', planned.date);
      waits.push((delivery?.dueAt ?? 0) - planned.clock());
      planned.pass(waits.at(-1) ?? 0);
    }
    expect(waits.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000]);
    expect(Math.max(...waits)).toBe(30 * 60_000);
  });

  it('stops a blocked channel, and no other', async () => {
    await using planned = await planChannels({ channels: 2, parts: 2 });
    const blocked: PostOutcome = { kind: 'blocked', reason: 'the channel does not exist any more' };
    const { poster, posted } = scriptedPoster({ post: [blocked] });
    await deliverDue(toolsFor(planned, poster), never);
    expect(posted).toHaveLength(3);
    expect((await statesOf(planned.store, planned)).flat().sort()).toEqual(
      ['blocked', 'planned', 'sent', 'sent'].sort(),
    );
    const channels = await Promise.all(planned.channelIds.map((id) => planned.store.channel(id)));
    expect(channels.filter((channel) => channel?.blockedReason === blocked.reason)).toHaveLength(1);
  });

  it('drops a part that Discord never accepts, and sends the rest', async () => {
    await using planned = await planChannels({ channels: 1, parts: 3 });
    const { poster } = scriptedPoster({ post: [{ kind: 'rejected', reason: 'code 50035' }] });
    await deliverDue(toolsFor(planned, poster), never);
    expect(await statesOf(planned.store, planned)).toEqual([['dropped', 'sent', 'sent']]);
  });

  it('ends with an error for the host if the token is refused, and loses nothing', async () => {
    await using planned = await planChannels({ channels: 1, parts: 1 });
    const { poster } = scriptedPoster({ post: [{ kind: 'unauthorized', reason: 'Discord answered 401' }] });
    const tools = toolsFor(planned, poster);
    await expect(deliverDue(tools, never)).rejects.toThrow(UnauthorizedError);
    planned.pass(60_000);
    await deliverDue(tools, never);
    expect(await statesOf(planned.store, planned)).toEqual([['sent']]);
  });
});

describe('recover', () => {
  it.each([
    [{ kind: 'found', messageId: '77', threadId: null }, 'sent', false],
    [{ kind: 'absent' }, 'retry', true],
    [{ kind: 'unreadable', reason: 'no Read Message History' }, 'uncertain', false],
    [{ kind: 'blocked', reason: 'the bot may not see the channel' }, 'blocked', true],
    [{ kind: 'retry', delayMs: 1_000, reason: 'Discord answered 503', inDoubt: true }, 'sending', false],
  ] as const)('settles what was being sent: %j → %s', async (find, state, inDoubt) => {
    await using planned = await planChannels({ channels: 1, parts: 1 });
    await planned.store.claimDeliveries('dead', planned.clock(), 1);
    const deliverer = createDeliverer(toolsFor(planned, scriptedPoster({ find }).poster));
    await deliverer.recover(never);
    expect(await planned.store.deliveries(planned.channelIds[0] ?? '', planned.date)).toMatchObject([
      { state, inDoubt },
    ]);
  });

  it('asks again the next time if Discord could not be asked', async () => {
    await using planned = await planChannels({ channels: 3, parts: 1 });
    await planned.store.claimDeliveries('dead', planned.clock(), 3);
    const answers: { find: FindOutcome } = { find: { kind: 'retry', delayMs: 0, reason: 'down', inDoubt: false } };
    const { poster } = scriptedPoster({});
    const asking: Poster = { ...poster, find: async () => answers.find };
    const deliverer = createDeliverer(toolsFor(planned, asking));
    await deliverer.recover(never);
    expect(await statesOf(planned.store, planned)).toEqual(Array(3).fill(['sending']));
    answers.find = { kind: 'found', messageId: '77', threadId: null };
    await deliverer.recover(never);
    expect(await statesOf(planned.store, planned)).toEqual(Array(3).fill(['sent']));
  });

  it('ends with an error for the host if the token is refused, and keeps every delivery', async () => {
    await using planned = await planChannels({ channels: 2, parts: 1 });
    await planned.store.claimDeliveries('dead', planned.clock(), 2);
    const { poster } = scriptedPoster({ find: { kind: 'unauthorized', reason: 'Discord answered 401' } });
    const deliverer = createDeliverer(toolsFor(planned, poster));
    await expect(deliverer.recover(never)).rejects.toThrow(UnauthorizedError);
    expect(await statesOf(planned.store, planned)).toEqual([['sending'], ['sending']]);
  });

  it('looks up a delivery that was posted but not settled, without a restart', async () => {
    await using planned = await planChannels({ channels: 1, parts: 2 });
    const { poster, posted } = scriptedPoster({ find: { kind: 'found', messageId: '77', threadId: null } });
    let isFull = true;
    const store: Store = {
      ...planned.store,
      settleDelivery: async (...given) => {
        if (isFull) throw new Error('database or disk is full');
        return await planned.store.settleDelivery(...given);
      },
    };
    const deliverer = createDeliverer({ ...toolsFor(planned, poster), store });
    await expect(deliverer.deliverDue(never)).rejects.toThrow('disk is full');
    isFull = false;
    await deliverer.deliverDue(never);
    expect(posted).toHaveLength(1);
    await deliverer.recover(never);
    await deliverer.deliverDue(never);
    expect(posted).toHaveLength(2);
    expect(await statesOf(planned.store, planned)).toEqual([['sent', 'sent']]);
  });
});

describe('the limit of seven days', () => {
  const down: PostOutcome = { kind: 'retry', delayMs: 0, reason: 'Discord answered 503', inDoubt: false };

  it('drops an old delivery after a last attempt', async () => {
    await using planned = await planChannels({ channels: 1, parts: 1 });
    const tools = toolsFor(planned, scriptedPoster({ post: [down, down] }).poster);
    await deliverDue(tools, never);
    planned.pass(7 * dayMs + 1);
    await deliverDue(tools, never);
    expect(await planned.store.deliveries(planned.channelIds[0] ?? '', planned.date)).toMatchObject([
      { state: 'dropped', attempts: 2, reason: 'not possible within 7 days: Discord answered 503' },
    ]);
    expect(tools.log.lines).toContainEqual(expect.objectContaining({ level: 'error', event: 'delivery.dropped' }));
  });

  it('still posts a delivery that was never tried, as after a clock that was set forward', async () => {
    await using planned = await planChannels({ channels: 1, parts: 1 });
    planned.pass(400 * dayMs);
    await deliverDue(toolsFor(planned, scriptedPoster({}).poster), never);
    expect(await statesOf(planned.store, planned)).toEqual([['sent']]);
  });

  it('drops the deliveries of a blocked channel', async () => {
    await using planned = await planChannels({ channels: 2, parts: 2 });
    const tools = toolsFor(planned, scriptedPoster({ post: [{ kind: 'blocked', reason: 'gone' }] }).poster);
    await deliverDue(tools, never);
    planned.pass(7 * dayMs + 1);
    await deliverDue(tools, never);
    expect((await statesOf(planned.store, planned)).flat().sort()).toEqual(['dropped', 'dropped', 'sent', 'sent']);
  });

  it('does not wait for a due time that a wrong clock wrote', async () => {
    await using planned = await planChannels({ channels: 1, parts: 1 });
    planned.pass(-400 * dayMs);
    await deliverDue(toolsFor(planned, scriptedPoster({}).poster), never);
    expect(await statesOf(planned.store, planned)).toEqual([['sent']]);
  });
});

it('claims nothing from the outbox while the whole bot has to wait', async () => {
  await using planned = await planChannels({ channels: 2, parts: 1 });
  const { poster, posted } = scriptedPoster({});
  await deliverDue(toolsFor(planned, { ...poster, waitMs: () => 60_000 }), never);
  expect(posted).toEqual([]);
  expect(await statesOf(planned.store, planned)).toEqual([['planned'], ['planned']]);
});

it('retries a failed delivery in time, though another channel is slow', async () => {
  await using planned = await planChannels({ channels: 2, parts: 1 });
  const slow = Promise.withResolvers<PostOutcome>();
  const retry: PostOutcome = { kind: 'retry', delayMs: 2_000, reason: 'Discord answered 503', inDoubt: false };
  const answers = { 'channel-1': [slow.promise], 'channel-2': [retry] } as Record<
    string,
    (PostOutcome | Promise<PostOutcome>)[]
  >;
  const { poster, posted } = scriptedPoster({});
  const slowly: Poster = {
    ...poster,
    post: async (delivery) => (await answers[delivery.channelId]?.shift()) ?? (await poster.post(delivery)),
  };
  const wakes: number[] = [];
  const wakeAt = (at: number) => void wakes.push(at - planned.clock());
  const deliverer = createDeliverer({ ...toolsFor(planned, slowly), wakeAt });
  const first = deliverer.deliverDue(never);
  await expect.poll(() => wakes).toContain(5_000);
  planned.pass(5_000);
  const second = deliverer.deliverDue(never);
  await expect.poll(() => statesOf(planned.store, planned)).toEqual([['sending'], ['sent']]);
  expect(posted).toHaveLength(1);
  slow.resolve({ kind: 'sent', messageId: '1', threadId: null });
  await Promise.all([first, second]);
  expect(await statesOf(planned.store, planned)).toEqual([['sent'], ['sent']]);
});

it('has at most 64 posts in flight, and no delivery twice', async () => {
  await using planned = await planChannels({ channels: 150, parts: 2 });
  const { poster, posted } = scriptedPoster({});
  let underway = 0;
  let most = 0;
  const counting: Poster = {
    ...poster,
    post: async (delivery) => {
      most = Math.max(most, ++underway);
      await yieldTurn();
      underway -= 1;
      return await poster.post(delivery);
    },
  };
  const deliverer = createDeliverer(toolsFor(planned, counting));
  await Promise.all([deliverer.deliverDue(never), deliverer.deliverDue(never), deliverer.deliverDue(never)]);
  expect(most).toBe(64);
  expect(posted).toHaveLength(300);
  expect(new Set(posted).size).toBe(300);
});

import { describe, expect, it } from 'vitest';
import type { Digest } from '../../src/digests/digest.ts';
import type { FindOutcome, Poster, PostOutcome } from '../../src/discord/poster.ts';
import { deliverDue, recoverInterrupted, UnauthorizedError } from '../../src/jobs/deliver.ts';
import type { Store } from '../../src/store/store.ts';
import { createKeptLog } from '../support/bot.ts';
import { type PlannedChannel, planChannels } from './planned-channels.ts';

const never = new AbortController().signal;

/** A poster that answers as it is told, in order, and remembers what it was given. */
function scriptedPoster(answers: { readonly post?: readonly PostOutcome[]; readonly find?: FindOutcome }) {
  const posted: string[] = [];
  const left = [...(answers.post ?? [])];
  const poster: Poster = {
    compose: (_digest: Digest) => [],
    post: async ({ channelId, part, nonce }) => {
      posted.push(`${channelId} part ${part} ${nonce}`);
      return left.shift() ?? { kind: 'sent', messageId: `message of ${nonce}` };
    },
    find: async () => answers.find ?? { kind: 'absent' },
  };
  return { poster, posted };
}

function toolsFor(planned: PlannedChannel, poster: Poster) {
  return { store: planned.store, poster, clock: planned.clock, log: createKeptLog(), random: () => 0.5 };
}

const statesOf = async (store: Store, { channelIds, date }: PlannedChannel) =>
  (await Promise.all(channelIds.map((id) => store.deliveries(id, date)))).map((parts) =>
    parts.map(({ state }) => state),
  );

describe('deliverDue', () => {
  it('sends every part, those of one digest in order', async () => {
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

  it('tries again when Discord asks for patience: not before it says, with the same nonce', async () => {
    await using planned = await planChannels({ channels: 1, parts: 1 });
    const { poster, posted } = scriptedPoster({ post: [{ kind: 'retry', delayMs: 60_000, reason: 'rate limited' }] });
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
    const failure: PostOutcome = { kind: 'retry', delayMs: 0, reason: 'Discord answered 502' };
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

  it('stops a channel that cannot be posted to, and no other', async () => {
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

  it('drops a part that Discord never takes, and sends the rest', async () => {
    await using planned = await planChannels({ channels: 1, parts: 3 });
    const { poster } = scriptedPoster({ post: [{ kind: 'rejected', reason: 'code 50035' }] });
    await deliverDue(toolsFor(planned, poster), never);
    expect(await statesOf(planned.store, planned)).toEqual([['dropped', 'sent', 'sent']]);
  });

  it('ends with a word for the host where the token is refused, and loses nothing', async () => {
    await using planned = await planChannels({ channels: 1, parts: 1 });
    const { poster } = scriptedPoster({ post: [{ kind: 'unauthorized', reason: 'Discord answered 401' }] });
    const tools = toolsFor(planned, poster);
    await expect(deliverDue(tools, never)).rejects.toThrow(UnauthorizedError);
    planned.pass(60_000);
    await deliverDue(tools, never);
    expect(await statesOf(planned.store, planned)).toEqual([['sent']]);
  });
});

describe('recoverInterrupted', () => {
  it.each([
    [{ kind: 'found', messageId: '77' }, 'sent', 0],
    [{ kind: 'absent' }, 'retry', 0],
    [{ kind: 'unreadable', reason: 'no Read Message History' }, 'uncertain', 0],
    [{ kind: 'retry', delayMs: 1_000, reason: 'Discord answered 503' }, 'sending', 1],
  ] as const)('settles what was being sent: %j → %s', async (find, state, open) => {
    await using planned = await planChannels({ channels: 1, parts: 1 });
    await planned.store.claimDeliveries(planned.clock(), 1);
    const interrupted = await planned.store.interruptedDeliveries();
    expect(interrupted).toHaveLength(1);
    const tools = toolsFor(planned, scriptedPoster({ find }).poster);
    expect(await recoverInterrupted(interrupted, tools, never)).toHaveLength(open);
    expect(await statesOf(planned.store, planned)).toEqual([[state]]);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deliveryNonce } from '../../src/digests/delivery-nonce.ts';
import { defaultSchedule } from '../../src/digests/schedule.ts';
import { digestReference } from '../../src/discord/rendering/digest-messages.ts';
import type { Instant } from '../../src/ports.ts';
import { openStore } from '../../src/store/databases.ts';
import type { Store } from '../../src/store/store.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';

/** A store with channels whose digests are planned and not yet sent. */
export interface PlannedChannel extends AsyncDisposable {
  readonly store: Store;
  readonly channelIds: readonly string[];
  readonly date: string;
  readonly clock: () => Instant;
  pass(ms: number): void;
}

/** A message that is looked for like those of digests, and that Discord posts once. */
export const foundMessage = (text: string, nonce: string): object => ({
  ...{ content: `${text} · ${digestReference(nonce)}`, nonce, enforce_nonce: true },
});

/** @param plan `channels`: how many channels, or their ids; `url`: the database, by default a new file */
export async function planChannels(plan: {
  readonly channels: number | readonly string[];
  readonly parts: number;
  /** The message of a part; by default its text alone, which nobody can look for. */
  readonly url?: string;
  readonly messageOf?: (text: string, nonce: string) => object;
}): Promise<PlannedChannel> {
  const { channels, parts, messageOf = (content) => ({ content }) } = plan;
  let now = Date.parse('2026-06-12T09:00:00Z');
  const date = '2026-06-12';
  const folder = await mkdtemp(join(tmpdir(), 'paperboy-'));
  const store = await openStore({ url: plan.url ?? `file:${join(folder, 'test.db')}` });
  const channelIds =
    typeof channels === 'number' ? Array.from({ length: channels }, (_, index) => `channel-${index + 1}`) : channels;
  for (const channelId of channelIds) {
    await subscribe(store, channelId, now);
    const planned = Array.from({ length: parts }, (_, index) => {
      const nonce = deliveryNonce(channelId, date, index + 1);
      return { json: JSON.stringify(messageOf(`part ${index + 1}`, nonce)), nonce };
    });
    await store.planDigest({
      channelId,
      date,
      papers: [],
      parts: planned,
      consideredNewsNumber: 0,
      at: now,
    });
  }
  return {
    store,
    channelIds,
    date,
    clock: () => now,
    pass(ms) {
      now += ms;
    },
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

async function subscribe(store: Store, channelId: string, at: Instant): Promise<void> {
  const parsed = parseTopic('diffusion');
  if (!parsed.ok) throw new Error(parsed.error.message);
  const defaults = { schedule: defaultSchedule, maxPapers: 10, language: 'en' as const, nextDigestAt: at };
  await store.subscribe({ guildId: 'guild', channelId, topic: parsed.topic, userId: 'user', at, defaults, cap: 1_000 });
}

import { Routes } from 'discord.js';
import type { Deliverer } from '../../src/jobs/deliver.ts';
import type { Clock } from '../../src/ports.ts';
import type { Delivery } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import type { MessageRest } from './checkpoints.ts';
import { scene } from './scene.ts';

export const naivePolicies = ['send then mark', 'mark then send', 'nonce only'] as const;
export type NaivePolicy = (typeof naivePolicies)[number];

export interface NaiveTools {
  readonly store: Store;
  readonly rest: MessageRest;
  readonly clock: Clock;
  readonly channelId: string;
  readonly workerId: string;
}

/**
 * Common designs of bots, over the same outbox:
 * - `send then mark`: an unmarked part is sent, and marked after the answer
 * - `mark then send`: an unmarked part is marked, then sent
 * - `nonce only`: a part is marked as begun, sent with a nonce, then marked as sent; a begun part is sent again with
 *   the same nonce
 */
export function createNaiveDeliverer(policy: NaivePolicy, tools: NaiveTools): Deliverer {
  const steps = { 'send then mark': sendThenMark, 'mark then send': markThenSend, 'nonce only': nonceOnly };
  return {
    async recover() {
      if (policy !== 'nonce only') return;
      const { store, clock, workerId } = tools;
      const settlement = { state: 'retry', dueAt: clock(), reason: 'begun' } as const;
      for (const { id } of await store.takeOverDeliveries({ workerId, kind: null, inHand: [] }, 100))
        await store.settleDelivery(workerId, id, settlement);
    },
    deliverDue: () => steps[policy](tools),
    deliverTo: () => steps[policy](tools),
    watch: async () => {},
  };
}

async function sendThenMark(tools: NaiveTools): Promise<void> {
  for (const delivery of await unsent(tools)) {
    const messageId = await post(delivery, tools.rest, { withNonce: false });
    if (messageId === null) return;
    await tools.store.settleDelivery(tools.workerId, delivery.id, { state: 'sent', messageId, at: tools.clock() });
  }
}

async function markThenSend(tools: NaiveTools): Promise<void> {
  for (const delivery of await unsent(tools)) {
    await tools.store.settleDelivery(tools.workerId, delivery.id, {
      state: 'sent',
      messageId: null,
      at: tools.clock(),
    });
    await post(delivery, tools.rest, { withNonce: false });
  }
}

async function nonceOnly({ store, rest, clock, workerId }: NaiveTools): Promise<void> {
  for (;;) {
    const [delivery] = await store.claimDeliveries(workerId, clock(), 1);
    if (delivery === undefined) return;
    const messageId = await post(delivery, rest, { withNonce: true });
    await store.settleDelivery(
      workerId,
      delivery.id,
      messageId === null
        ? { state: 'retry', dueAt: clock() + 1, reason: 'no answer' }
        : { state: 'sent', messageId, at: clock() },
    );
  }
}

const unsent = async ({ store, channelId }: NaiveTools): Promise<readonly Delivery[]> =>
  (await store.deliveries(channelId, scene.date)).filter(({ state }) => state !== 'sent');

async function post({ channelId, payload }: Delivery, rest: MessageRest, { withNonce }: { withNonce: boolean }) {
  const { nonce, enforce_nonce, ...bare } = payload as Record<string, unknown>;
  const body = withNonce ? { ...bare, nonce, enforce_nonce } : bare;
  try {
    return ((await rest.post(Routes.channelMessages(channelId), { body })) as { id: string }).id;
  } catch {
    return null;
  }
}

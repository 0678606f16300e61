import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../src/store/databases.ts';
import type { Delivery } from '../../src/store/outbox.ts';
import { hourMs } from '../../src/time.ts';

/**
 * Claims deliveries one by one, as workers do while they send, and settles them if it is asked to.
 * Arguments: the URL of the database, the name of the worker, how many claimers there are in this process, how many
 * deliveries each of them claims, when they begin, and `settle` if they settle.
 */

export interface Claims {
  /** The ids of the claimed deliveries. */
  readonly claimed: readonly number[];
  /** When the last claimer ended. */
  readonly endedAt: number;
}

const [url = '', worker = '', claimers = '', each = '', beginAt = '', what = ''] = process.argv.slice(2);
await using store = await openStore({ url, mustExist: true });
// The first call makes the connections and prepares the statements. Nothing was due an hour ago.
await Promise.all(
  Array.from({ length: Number(claimers) }, () => store.claimDeliveries(worker, Date.now() - hourMs, 1)),
);
await store.settleDelivery(worker, 0, settlement()).catch(() => undefined);
await pause(Number(beginAt) - Date.now());

function settlement() {
  return { state: 'sent', messageId: '1', at: Date.now() } as const;
}

async function claim(): Promise<readonly number[]> {
  const claimed: number[] = [];
  while (claimed.length < Number(each)) {
    const deliveries: readonly Delivery[] = await store.claimDeliveries(worker, Date.now(), 1);
    if (deliveries.length === 0) throw new Error('there is nothing left to claim');
    for (const { id } of deliveries) {
      claimed.push(id);
      if (what === 'settle') await store.settleDelivery(worker, id, settlement());
    }
  }
  return claimed;
}

const claimed = await Promise.all(Array.from({ length: Number(claimers) }, claim));
process.stdout.write(JSON.stringify({ claimed: claimed.flat(), endedAt: Date.now() } satisfies Claims));

import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../store/store.ts';
import type { DataOwner, ErasureOutcome } from '../store/stored-data.ts';

/** How long messages in flight are waited for, longer than a request to Discord takes, and the pause between two looks. */
const patienceMs = 30_000;
const pauseMs = 100;

/** Erases everything of a guild or a person, once none of their messages is being sent. `sending` if that takes too long. */
export async function eraseData(owner: DataOwner, { store }: { readonly store: Store }): Promise<ErasureOutcome> {
  for (let waitedMs = 0; ; waitedMs += pauseMs) {
    const outcome = await store.eraseData(owner);
    if (outcome.kind === 'erased' || waitedMs >= patienceMs) return outcome;
    await sleep(pauseMs);
  }
}

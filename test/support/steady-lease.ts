import { randomUUID } from 'node:crypto';
import type { WorkerLease } from '../../src/jobs/worker-lease.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs } from '../../src/time.ts';

/**
 * A lease that never ends for the worker that has it, and that the store does not know of: others take over what it
 * claimed, as after its death.
 */
export function steadyLease(): () => WorkerLease {
  const lease = { workerId: randomUUID(), ended: new AbortController().signal };
  return () => lease;
}

/** A lease that never ends, also for others. */
export async function livingLease(store: Store): Promise<() => WorkerLease> {
  const lease = steadyLease();
  await store.beginLease({ id: lease().workerId, leaseMs: dayMs });
  return lease;
}

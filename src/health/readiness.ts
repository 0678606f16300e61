import type { Clock, Instant } from '../ports.ts';
import type { PaperSource } from '../sources/source.ts';
import type { Store } from '../store/store.ts';
import { hourMs, showWait } from '../time.ts';

/** The connection to Discord's gateway, as far as it matters here. */
interface GatewayState {
  readonly isConnected: boolean;
  /** How many shards the process keeps, and how many of them are connected. */
  readonly shards: number;
  readonly connected: number;
  /** Whether another process is connected, and this one waits for its end. */
  readonly isStandby: boolean;
  /** The time from the last heartbeat to its answer; null before the first. */
  readonly latencyMs: number | null;
}

/** What conditions and metrics are read from. */
export interface HealthTools {
  readonly store: Pick<Store, 'proveWritable' | 'recentListings' | 'outboxDepth'>;
  readonly sources: readonly Pick<PaperSource, 'id' | 'name'>[];
  /** Null if the process does not connect to the gateway. */
  readonly gateway: (() => GatewayState) | null;
  readonly clock: Clock;
}

/** One thing that must be so for the bot to do its work. */
export interface Condition {
  readonly name: 'gateway' | 'database' | 'pulls';
  readonly isMet: boolean;
  readonly text: string;
}

/** A running bot pulls each source several times a day. */
export const freshMs = 36 * hourMs;

/** How long the proof that the database can be written holds, because each proof costs a commit. */
const proofMs = 5_000;

/** Enough for the newest listings of each source. */
const listingsRead = 100;

/** Makes the function that checks every condition. */
export function createReadiness(tools: HealthTools): () => Promise<readonly Condition[]> {
  const database = rememberFor(proofMs, tools.clock, () => checkDatabase(tools));
  return async () => [...checkGateway(tools), await database(), await checkPulls(tools)];
}

function checkGateway({ gateway }: HealthTools): readonly Condition[] {
  if (gateway === null) return [];
  const state = gateway();
  return [{ name: 'gateway', isMet: state.isConnected || state.isStandby, text: describeGateway(state) }];
}

function describeGateway({ isConnected, isStandby, shards, connected }: GatewayState): string {
  if (isStandby) return 'another process is connected to Discord, and this one waits';
  if (isConnected) return 'connected to Discord';
  return connected === 0 ? 'not connected to Discord' : `${connected} of ${shards} shards are connected to Discord`;
}

async function checkDatabase({ store }: HealthTools): Promise<Condition> {
  try {
    await store.proveWritable();
    return { name: 'database', isMet: true, text: 'can be written' };
  } catch (error) {
    return { name: 'database', isMet: false, text: `cannot be written: ${whyUnwritable(error)}` };
  }
}

/** Without the path of the database, because anyone who reaches the port can read it. */
function whyUnwritable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  switch (code) {
    case 'busy':
      return 'another program holds it';
    case 'full':
      return 'the disk is full';
    case 'unwritable':
      return 'its file or folder is read-only';
    case 'unreachable':
      return 'its server does not answer';
    default:
      return `the error is ${code}`;
  }
}

async function checkPulls(tools: HealthTools): Promise<Condition> {
  const now = tools.clock();
  const last = await lastSuccesses(tools);
  const old = tools.sources.flatMap(({ id, name }) => {
    const at = last.get(id);
    if (at === undefined) return [`${name} was never pulled`];
    return now - at > freshMs ? [`${name} was last pulled ${showWait(now - at)} ago`] : [];
  });
  const text = old.length === 0 ? 'every source was pulled within 36 hours' : old.join(', ');
  return { name: 'pulls', isMet: old.length === 0, text };
}

/** When a pull of each source last succeeded, by the id of the source. */
export async function lastSuccesses({ store }: Pick<HealthTools, 'store'>): Promise<ReadonlyMap<string, Instant>> {
  const last = new Map<string, Instant>();
  for (const { source, lastSuccessAt } of await store.recentListings(listingsRead))
    if (lastSuccessAt !== null) last.set(source, Math.max(lastSuccessAt, last.get(source) ?? 0));
  return last;
}

/** Asks again only after some time. Those who ask meanwhile share the answer. */
function rememberFor<Value>(ms: number, clock: Clock, ask: () => Promise<Value>): () => Promise<Value> {
  let kept: { readonly at: Instant; readonly answer: Promise<Value> } | null = null;
  return () => {
    const now = clock();
    if (kept === null || Math.abs(now - kept.at) >= ms) kept = { at: now, answer: ask() };
    return kept.answer;
  };
}

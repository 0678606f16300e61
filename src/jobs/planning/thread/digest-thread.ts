import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import type { Clock, Logger } from '../../../ports.ts';
import type { Store } from '../../../store/store.ts';
import type { DigestMaker, MadeDigest } from '../digest-maker.ts';
import type { ReadyChannel } from '../due-channel.ts';
import { type DigestCalls, type DigestThreadData, readsOf, type SentChannel, type StoreReads } from './digest-calls.ts';

/** Makes digests in a separate thread, so that the bot answers people meanwhile, and uses a second processor. */
export interface DigestThread extends DigestMaker, AsyncDisposable {}

/** Starts threads that make digests. */
export interface DigestThreads {
  /**
   * Starts a thread if the number of channels is worth it. Null if they are not, or if a thread has failed before: digests do
   * not depend on it.
   */
  startFor(channels: number): DigestThread | null;
}

export interface DigestThreadOptions {
  /** The program of the thread: it calls `serveDigests`. */
  readonly program: URL;
  /** What the thread reads. */
  readonly store: StoreReads & Pick<Store, 'meaning'>;
  readonly clock: Clock;
  readonly log: Logger;
  /** How many channels are worth a thread. */
  readonly fewest?: number;
}

/** A thread takes about a second of a processor to start, and some 40 MB. */
const worthAThread = 500;

export function createDigestThreads(options: DigestThreadOptions): DigestThreads {
  const failed = new AbortController();
  const onFailed = (reason: string): void => {
    failed.abort();
    const fields = { event: 'planning.thread-failed', reason };
    options.log.error(fields, `the thread that makes digests failed (${reason}); the bot goes on without one`);
  };
  const { fewest = worthAThread } = options;
  return {
    startFor: (channels) => (channels < fewest || failed.signal.aborted ? null : startThread(options, onFailed)),
  };
}

function startThread({ program, store, clock }: DigestThreadOptions, onFailed: (reason: string) => void): DigestThread {
  const workerData: DigestThreadData = { table: store.meaning.table?.bytes ?? null };
  const worker = withRoomForTheYoung(() => new Worker(program, { workerData, env: {} }));
  const thread = createBirpc<DigestCalls, StoreReads>(readsOf(store), {
    post: (message) => worker.postMessage(message),
    on: (listen) => worker.on('message', listen),
    timeout: -1,
  });
  const end = (reason: string): void => {
    if (thread.$closed) return;
    thread.$close(new Error(`the thread that makes digests failed: ${reason}`));
    onFailed(reason);
  };
  worker.on('error', ({ message }) => end(message));
  worker.on('exit', () => end('it ended'));
  return {
    async *make(channels) {
      await thread.begin(channels.map(sent), clock());
      yield* oneAhead(() => thread.next(clock()));
    },
    async [Symbol.asyncDispose]() {
      thread.$close();
      await worker.terminate();
    },
  };
}

const sent = ({ input: { meaning: _, ...input }, ...rest }: ReadyChannel): SentChannel => ({ ...rest, input });

/** Asks for the next digests while the last ones are stored. It ends with a group of none. */
async function* oneAhead(ask: () => Promise<readonly MadeDigest[]>): AsyncGenerator<readonly MadeDigest[]> {
  for (let made = await ask(); made.length > 0; ) {
    const asked = ask();
    // It may fail while nobody waits for it.
    asked.catch(() => {});
    yield made;
    made = await asked;
  }
}

/** How large the young generation of the thread may be, in MB, and that of the bot by the options of `npm start`. */
const [large, usual] = [16, 1];

/**
 * Starts a thread whose young objects get more memory than those of the bot. Digests are made of many objects that live for a
 * moment: with the 1 MB of the bot, collecting them took half of the processor time. V8 has no other way to say it for one
 * thread, because `--optimize-for-size` overrides `resourceLimits`.
 */
function withRoomForTheYoung(start: () => Worker): Worker {
  if (!process.execArgv.includes('--optimize-for-size')) return start();
  setFlagsFromString(`--max-semi-space-size=${large}`);
  return start().once('online', () => setFlagsFromString(`--max-semi-space-size=${usual}`));
}

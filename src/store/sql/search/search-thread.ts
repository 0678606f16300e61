import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Meaning, withoutMeaning } from '../../../meaning/meaning.ts';
import { minuteMs } from '../../../time.ts';
import { StoreError } from '../../store-error.ts';
import {
  closed,
  closeRequest,
  type SearchAnswer,
  type SearchCall,
  type SearchCalls,
  type Searching,
  type SearchRequest,
  type SearchThreadData,
  type SearchVerb,
} from './search-calls.ts';

export interface SearchThreadOptions {
  /** The program of the thread: the file `search-worker.ts` of a database. */
  readonly program: URL;
  /** Where the program finds the database: see `SearchThreadData`. */
  readonly place: string;
  readonly meaning?: Meaning;
  /** The variables of the thread's environment. By default, it has none, and so it does not have the token. */
  readonly environment?: Readonly<Record<string, string>>;
  /** How long the thread waits for the next search before it ends; a minute by default. */
  readonly idleMs?: number;
}

/**
 * The memory limits of the thread, in MB: several times what the longest search took. A search that takes more ends the
 * thread, not the bot.
 */
const memoryLimits = { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 4 };
/** A request fails after it ended the thread this many times. */
const mostCrashes = 2;

interface Pending {
  readonly request: SearchRequest;
  readonly settle: (answer: SearchAnswer) => void;
  readonly fail: (error: StoreError) => void;
  crashes: number;
}

/**
 * Runs searches in a worker thread. It starts with the first search, and ends after a minute without one, because it holds
 * 30 MB. If the thread ends unexpectedly, a new one gets the unanswered requests.
 */
export class SearchThread implements Searching {
  readonly #options: SearchThreadOptions;
  /** Unanswered requests, oldest first. The thread works on the first one. */
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  /** Ends the idle thread. */
  #idle: NodeJS.Timeout | undefined;
  /** Settles when the idle threads have ended. */
  #ending: Promise<unknown> = Promise.resolve();
  #lastId = 0;
  #isClosed = false;

  constructor(options: SearchThreadOptions) {
    this.#options = options;
  }

  ask<Verb extends SearchVerb>(
    verb: Verb,
    topic: string,
    given: SearchCalls[Verb]['given'],
  ): Promise<SearchCalls[Verb]['result']> {
    const { promise, resolve, reject } = Promise.withResolvers<SearchCalls[Verb]['result']>();
    if (this.#isClosed) reject(closed());
    else {
      this.#lastId += 1;
      const request = { id: this.#lastId, call: { verb, topic, given } as SearchCall };
      const settle = (answer: SearchAnswer) => {
        if ('failure' in answer) reject(new StoreError(answer.failure.code, answer.failure.message));
        else resolve(answer.result as SearchCalls[Verb]['result']);
      };
      this.#pending.set(request.id, { request, settle, fail: reject, crashes: 0 });
      this.#send(request);
    }
    return promise;
  }

  /** Ends the thread. Unanswered requests fail. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    const unanswered = [...this.#pending.values()];
    this.#pending.clear();
    for (const { fail } of unanswered) fail(closed());
    if (worker !== null) await endInOrder(worker);
    await this.#ending;
  }

  #send(request: SearchRequest): void {
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    // The thread keeps the process alive only while it owes an answer.
    this.#worker.ref();
    this.#worker.postMessage(request);
  }

  #start(): Worker {
    const { program, place, meaning = withoutMeaning, environment = {} } = this.#options;
    const workerData: SearchThreadData = { place, table: meaning.table?.bytes ?? null };
    const worker = new Worker(program, { workerData, env: environment, resourceLimits: memoryLimits });
    let reason: unknown = null;
    worker.on('message', (answer: SearchAnswer) => this.#settle(answer));
    worker.on('error', (error) => {
      reason = error;
    });
    worker.on('exit', () => {
      if (worker === this.#worker) this.#restart(reason);
    });
    return worker;
  }

  #settle(answer: SearchAnswer): void {
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if (this.#pending.size === 0) this.#rest();
    pending?.settle(answer);
  }

  #rest(): void {
    this.#worker?.unref();
    this.#idle = setTimeout(() => this.#endIdle(), this.#options.idleMs ?? minuteMs).unref();
  }

  #endIdle(): void {
    const worker = this.#worker;
    this.#worker = null;
    if (worker !== null) this.#ending = Promise.all([this.#ending, endInOrder(worker)]);
  }

  /** Handles an unexpected end of the thread. Its current request is tried once more, then it fails. */
  #restart(reason: unknown): void {
    this.#worker = null;
    const [first] = this.#pending.values();
    if (first === undefined) return;
    first.crashes += 1;
    if (first.crashes >= mostCrashes) {
      this.#pending.delete(first.request.id);
      first.fail(searchFailed(reason));
    }
    for (const { request } of this.#pending.values()) this.#send(request);
  }
}

/** How long a thread may take to finish its current search before it is terminated, in milliseconds. */
const patienceMs = 3_000;

/**
 * Lets the thread close its connection and end by itself. Terminating it during a query, or with an open connection,
 * can crash the whole process: tests that closed many stores had segmentation faults.
 */
async function endInOrder(worker: Worker): Promise<void> {
  const ended = once(worker, 'exit');
  worker.ref();
  worker.postMessage(closeRequest);
  const timer = setTimeout(() => void worker.terminate(), patienceMs);
  await ended;
  clearTimeout(timer);
}

function searchFailed(cause: unknown): StoreError {
  const why = cause instanceof Error ? ` (${cause.message})` : '';
  return new StoreError(
    'search-failed',
    `The search thread ended twice before it answered${why}. Use a narrower topic. If it happens again, restart Paperboy.`,
    { cause },
  );
}

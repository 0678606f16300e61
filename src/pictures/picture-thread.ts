import { Worker } from 'node:worker_threads';
import type { Picture } from './picture.ts';
import type { PictureAnswer } from './picture-calls.ts';

/** Draws pictures as PNG. */
export interface PictureDrawer extends AsyncDisposable {
  /** @throws PictureError if it cannot be drawn, takes too long, or if too many are waiting */
  draw(picture: Picture): Promise<Uint8Array>;
}

/**
 * A picture could not be drawn. The message is for the log.
 * @internal
 */
export class PictureError extends Error {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'PictureError';
  }
}

export interface PictureThreadOptions {
  /** How long the thread lives on without work, in milliseconds. It takes some 40 MB. */
  readonly idleMs?: number;
  /** How long a picture may take, in milliseconds. */
  readonly patienceMs?: number;
  /** The program of the thread; `picture-worker.ts` by default. */
  readonly program?: URL;
}

/** How many pictures wait at most. Someone who asks for more gets the answer without a picture. */
const waitingAtMost = 16;

interface Waiting {
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (error: PictureError) => void;
  readonly timer: NodeJS.Timeout;
}

/** Draws in a thread that starts with a picture, and ends when it has had no work for a while. */
export function createPictureThread(options: PictureThreadOptions = {}): PictureDrawer {
  const { idleMs = 30_000, patienceMs = 10_000 } = options;
  const { program = new URL('./picture-worker.ts', import.meta.url) } = options;
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  function start(): Worker {
    const started = new Worker(program, { env: {}, resourceLimits: { maxOldGenerationSizeMb: 64 } });
    started.on('message', settle);
    started.on('error', (error) => end(`the thread failed: ${error.message}`));
    started.on('exit', () => {
      if (started === worker) end('the thread ended');
    });
    return started;
  }

  function settle(answer: PictureAnswer): void {
    const asked = take(answer.id);
    if ('png' in answer) asked?.resolve(answer.png);
    else asked?.reject(new PictureError(answer.failure));
    if (waiting.size > 0) return;
    worker?.unref();
    idle = setTimeout(() => end('idle'), idleMs).unref();
  }

  function take(id: number): Waiting | undefined {
    const asked = waiting.get(id);
    waiting.delete(id);
    clearTimeout(asked?.timer);
    return asked;
  }

  /** Ends the thread. What it has not drawn fails. */
  function end(why: string): void {
    const ended = worker;
    worker = null;
    for (const id of [...waiting.keys()]) take(id)?.reject(new PictureError(`It was not drawn: ${why}.`));
    void ended?.terminate();
  }

  return {
    draw(picture) {
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
      if (waiting.size >= waitingAtMost) return Promise.reject(new PictureError('Too many pictures are waiting.'));
      clearTimeout(idle);
      lastId += 1;
      const timer = setTimeout(() => end(`it took longer than ${patienceMs} ms`), patienceMs);
      waiting.set(lastId, { resolve, reject, timer });
      worker ??= start();
      worker.ref();
      worker.postMessage({ id: lastId, picture });
      return promise;
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(idle);
      const ended = worker;
      end('the bot stops');
      await ended?.terminate();
    },
  };
}

import { Worker } from 'node:worker_threads';
import type { PaperFile, RefusedFile } from '../citations/reading/paper-file.ts';

/** Reads lists of papers, each in a separate thread, so that no file holds the bot. */
export interface PaperFileReader extends AsyncDisposable {
  /** @throws PaperFileError if it takes too long, if the thread fails, or if too many files are being read */
  read(bytes: Uint8Array): Promise<PaperFile | RefusedFile>;
}

/** A file could not be read to its end. */
export class PaperFileError extends Error {
  readonly code: 'late' | 'failed' | 'busy';

  constructor(code: PaperFileError['code'], message: string) {
    super(message);
    this.name = 'PaperFileError';
    this.code = code;
  }
}

export interface PaperFileOptions {
  /** The program of the thread; `paper-file-worker.ts` by default. */
  readonly program?: URL;
  /** How long a file may take, in milliseconds. */
  readonly patienceMs?: number;
  /** How many files are read at the same time. Each takes some 50 MB. */
  readonly atOnce?: number;
}

/** Starts a thread for each file. It ends with its answer, at its deadline, or with the bot. */
export function createPaperFileReader(options: PaperFileOptions = {}): PaperFileReader {
  const { program = new URL('./paper-file-worker.ts', import.meta.url), patienceMs = 20_000, atOnce = 2 } = options;
  const running = new Set<Worker>();

  async function read(bytes: Uint8Array): Promise<PaperFile | RefusedFile> {
    if (running.size >= atOnce) throw new PaperFileError('busy', `${running.size} files are being read`);
    const limits = { maxOldGenerationSizeMb: 96, stackSizeMb: 2 };
    const worker = new Worker(program, { env: {}, workerData: bytes, resourceLimits: limits });
    running.add(worker);
    try {
      return await answerOf(worker, patienceMs);
    } finally {
      running.delete(worker);
      await worker.terminate();
    }
  }

  return {
    read,
    async [Symbol.asyncDispose]() {
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}

function answerOf(worker: Worker, patienceMs: number): Promise<PaperFile | RefusedFile> {
  const { promise, resolve, reject } = Promise.withResolvers<PaperFile | RefusedFile>();
  const fail = (code: PaperFileError['code'], why: string) => reject(new PaperFileError(code, why));
  const timer = setTimeout(() => fail('late', `the file took longer than ${patienceMs} ms`), patienceMs);
  worker.on('message', resolve);
  worker.on('error', (error) => fail('failed', `the thread failed: ${error.message}`));
  worker.on('exit', () => fail('failed', 'the thread ended without an answer'));
  return promise.finally(() => clearTimeout(timer));
}

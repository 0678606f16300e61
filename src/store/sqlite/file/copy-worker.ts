/** The program of the copy thread: it makes one backup or one restoration, and answers with its result. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { StoreError } from '../../store-error.ts';
import { backUp, restore } from './backup.ts';
import type { CopyAnswer, CopyTask } from './copy-thread.ts';

async function work(task: CopyTask): Promise<CopyAnswer> {
  try {
    return {
      result: task.kind === 'back-up' ? backUp(task.url, task.target) : await restore(task.url, task.source, task.at),
    };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { failure: { code: error.code, message: error.message } };
  }
}

const serve = async (port: MessagePort): Promise<void> => port.postMessage(await work(workerData as CopyTask));

if (parentPort === null) throw new Error('This file runs as a worker thread only.');
await serve(parentPort);

/** The program of a thread that fails when it is asked for something. */
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', () => {
  throw new Error('it is out of order');
});

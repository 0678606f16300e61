/** The program of a thread that reads one file, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from '../citations/reading/read-file.ts';

if (parentPort === null) throw new Error('This file runs as a worker thread only.');
parentPort.postMessage(await readFile(workerData as Uint8Array));

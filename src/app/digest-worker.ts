/** The program of the digest thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { serializeDigest } from '../discord/rendering/digest-messages.ts';
import { serializeQuietDay } from '../discord/rendering/quiet-day.ts';
import { serveDigests } from '../jobs/planning/thread/digest-server.ts';

if (parentPort === null) throw new Error('This file runs as a worker thread only.');
serveDigests(parentPort, workerData, { compose: serializeDigest, composeQuietDay: serializeQuietDay });

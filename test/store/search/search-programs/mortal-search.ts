/** A search thread that ends at certain topics. Otherwise it answers with the topic and the number of its start. */
import { parentPort, workerData } from 'node:worker_threads';
import { closeRequest, type SearchRequest } from '../../../../src/store/sql/search/search-calls.ts';

const lives = new Int32Array(workerData.place);
const life = Atomics.add(lives, 0, 1) + 1;

parentPort?.on('message', (message: SearchRequest | typeof closeRequest) => {
  if (message === closeRequest) return parentPort?.close();
  const { id, call } = message;
  if (call.topic === 'fatal') throw new Error('out of its depth');
  if (call.topic === 'fatal once' && life === 1) process.exit(1);
  if (call.topic === 'forever') for (;;);
  if (call.topic === 'hungry') for (const grown: number[][] = []; ; ) grown.push(new Array(1_000_000).fill(0.5));
  parentPort?.postMessage({ id, result: `${call.topic} in life ${life}` });
});

/** The program of the picture thread: it draws one picture after another. */
import { parentPort } from 'node:worker_threads';
import type { PictureAnswer, PictureRequest } from './picture-calls.ts';
import { renderPng } from './render-png.ts';

function answerTo({ id, picture }: PictureRequest): PictureAnswer {
  try {
    return { id, png: renderPng(picture) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}

if (parentPort === null) throw new Error('This file runs as a worker thread only.');
const port = parentPort;
port.on('message', (request: PictureRequest) => port.postMessage(answerTo(request)));

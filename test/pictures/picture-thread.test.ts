import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Picture } from '../../src/pictures/picture.ts';
import { createPictureThread, PictureError, type PictureThreadOptions } from '../../src/pictures/picture-thread.ts';
import { inkOf } from '../support/png.ts';

const picture: Picture = {
  title: 'Kites',
  subtitle: '',
  panels: [{ kind: 'ranks', title: 'Authors', bars: [{ label: 'Ada', value: 1, shown: '1' }] }],
};
const opened: AsyncDisposable[] = [];
const open = (options: PictureThreadOptions = {}) => {
  const thread = createPictureThread(options);
  opened.push(thread);
  return thread;
};
afterEach(async () => {
  for (const each of opened.splice(0)) await each[Symbol.asyncDispose]();
});

/** A thread that runs this program. */
async function openProgram(code: string, options: PictureThreadOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'paperboy-'));
  opened.push({ [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) });
  const path = join(folder, 'program.mjs');
  await writeFile(path, `import { parentPort } from 'node:worker_threads';\n${code}`);
  return open({ ...options, program: pathToFileURL(path) });
}

describe('the picture thread', () => {
  it('draws several pictures at a time, and again after it was idle', async () => {
    const thread = open({ idleMs: 0 });
    const pngs = await Promise.all([thread.draw(picture), thread.draw({ ...picture, title: 'Tides' })]);
    expect(pngs.map((png) => inkOf(png) > 500)).toEqual([true, true]);
    expect(Buffer.from(pngs[0] ?? []).equals(Buffer.from(pngs[1] ?? []))).toBe(false);
    expect(inkOf(await thread.draw(picture))).toBeGreaterThan(500);
  });

  it('reports why a picture was not drawn, and draws the next one', async () => {
    const thread = open();
    const broken = { ...picture, panels: [{ kind: 'unheard of' }] } as unknown as Picture;
    await expect(thread.draw(broken)).rejects.toThrow(PictureError);
    expect(inkOf(await thread.draw(picture))).toBeGreaterThan(500);
  });

  it('starts again after the thread ended', async () => {
    const thread = await openProgram(`
      import { existsSync, writeFileSync } from 'node:fs';
      parentPort.on('message', ({ id, picture }) => {
        if (picture.title === 'end') process.exit(1);
        parentPort.postMessage({ id, png: new Uint8Array([1]) });
      });`);
    await expect(thread.draw({ ...picture, title: 'end' })).rejects.toThrow('the thread ended');
    expect(await thread.draw(picture)).toEqual(new Uint8Array([1]));
  });

  it('gives up a picture that takes too long', async () => {
    const thread = await openProgram(`parentPort.on('message', () => {});`, { patienceMs: 20 });
    await expect(thread.draw(picture)).rejects.toThrow('it took longer than 20 ms');
  });

  it('refuses pictures when many are waiting, and fails those that wait when it closes', async () => {
    const thread = await openProgram(`parentPort.on('message', () => {});`);
    const asked = Array.from({ length: 16 }, () => thread.draw(picture).catch((error: unknown) => String(error)));
    await expect(thread.draw(picture)).rejects.toThrow('Too many pictures are waiting.');
    await thread[Symbol.asyncDispose]();
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['PictureError: It was not drawn: the bot stops.']));
  });

  it('has none of the variables of the bot', async () => {
    const thread = await openProgram(`parentPort.on('message', ({ id }) =>
      parentPort.postMessage({ id, failure: Object.keys(process.env).filter((name) => name !== 'NODE_COMPILE_CACHE').join(' ') }));`);
    await expect(thread.draw(picture)).rejects.toThrow(/^$/);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const inModules = (file: string): string => fileURLToPath(new URL(`../../../node_modules/${file}`, import.meta.url));
const { version } = JSON.parse(readFileSync(inModules('@electric-sql/pglite/package.json'), 'utf8')) as {
  readonly version: string;
};
const path = inModules(`.cache/pglite-${version}.tar`);

/** The files of a new PGlite. Making them takes three seconds of the processor, so that they are kept for later. */
export async function newPgliteFiles(): Promise<Blob> {
  if (!existsSync(path)) await keep(await makeFiles());
  return new Blob([await readFile(path)]);
}

async function makeFiles(): Promise<Buffer> {
  await using db = await PGlite.create();
  return Buffer.from(await (await db.dumpDataDir('none')).arrayBuffer());
}

/** Another process may do the same at this moment. */
async function keep(files: Buffer): Promise<void> {
  const own = `${path}.${process.pid}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(own, files);
  await rename(own, path);
}

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

// A file without imports, which no bot loads.
const file = resolve('src/playground/page/client/time.ts');
const source = readFileSync(file, 'utf8');
const name = createHash('sha256').update(process.version).update(source).digest('hex');
const kept = resolve('node_modules/.cache/paperboy', `${name}.js`);

/** What the file exports, in a process with the cache. */
function exportsOf(): string {
  const program = `console.log(Object.keys(await import(${JSON.stringify(pathToFileURL(file))})).join())`;
  const cache = pathToFileURL(resolve('src/source-cache.mjs')).href;
  const args = ['--disable-warning=ExperimentalWarning', '--import', cache, '--input-type=module', '-e', program];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return `${stdout}${stderr}`.trim();
}

it('keeps every file if it is run by itself', () => {
  rmSync(kept, { force: true });
  const args = ['--disable-warning=ExperimentalWarning', resolve('src/source-cache.mjs')];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(readFileSync(kept, 'utf8')).toBe(stripTypeScriptTypes(source));
});

it('keeps a file without its types, and writes it once', () => {
  rmSync(kept, { force: true });
  const exported = exportsOf();
  expect(exported).toMatch(/^\w+/);
  expect(readFileSync(kept, 'utf8')).toBe(stripTypeScriptTypes(source));
  const { ino } = statSync(kept);
  expect(exportsOf()).toBe(exported);
  expect(statSync(kept).ino).toBe(ino);
});

/**
 * Keeps the TypeScript files without their types, as JavaScript, so that from the second start on nothing has to parse
 * types. It is loaded first (`node --import`) and is plain JavaScript. Run by itself, it keeps every file. A bot that may
 * not write there needs this.
 *
 * Node's own compile cache does that as well. It also keeps the compiled code, of everything, in memory until the process
 * ends: 9 MB, for a start that takes a tenth of a second less.
 */
import './node-version.mjs';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
// A named import would fail on Node 20, which lacks these functions, before the version check can explain.
import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const ownFiles = new URL('./', import.meta.url).href;
const folder = fileURLToPath(new URL('../node_modules/.cache/paperboy/', import.meta.url));

/** The file as JavaScript. A cache that cannot be read or written costs time only. */
function withoutTypes(url) {
  const source = readFileSync(fileURLToPath(url), 'utf8');
  const kept = `${folder}${createHash('sha256').update(process.version).update(source).digest('hex')}.js`;
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const stripped = nodeModule.stripTypeScriptTypes(source);
    keep(kept, stripped);
    return stripped;
  }
}

/** Another process never reads half a file, because it gets its name when it is whole. */
function keep(path, text) {
  const unfinished = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, text);
    renameSync(unfinished, path);
  } catch {}
}

const load = (url, context, next) =>
  url.startsWith(ownFiles) && url.endsWith('.ts')
    ? { format: 'module', source: withoutTypes(url), shortCircuit: true }
    : next(url, context);

// Node strips the types itself if it lacks one of these functions.
if (nodeModule.stripTypeScriptTypes !== undefined) nodeModule.registerHooks?.({ load });

if (import.meta.main)
  for (const file of readdirSync(fileURLToPath(ownFiles), { recursive: true }))
    if (file.endsWith('.ts')) withoutTypes(new URL(file, ownFiles));

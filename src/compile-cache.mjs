/**
 * Loaded before anything else (`node --import`), and plain JavaScript, so that not even the first TypeScript file is
 * read anew at each start: from the second start on, stripped and compiled modules come from this cache. Without it,
 * or where its folder cannot be written, everything works the same, later and with more memory.
 */
import './node-version.mjs';
// By its default export: Node 20 has no `enableCompileCache`, and would refuse the import before it can be told why.
import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

nodeModule.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/paperboy', import.meta.url)));

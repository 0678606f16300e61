/**
 * Turns on the cache of compiled modules. It is loaded before anything else (`node --import`), and is plain JavaScript, so
 * that every TypeScript file comes from the cache from the second start on. Without the cache, or where its folder cannot
 * be written, everything works the same, but starts later and takes more memory.
 */
import './node-version.mjs';
// A named import would fail on Node 20, which lacks `enableCompileCache`, before the version check can explain.
import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

nodeModule.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/paperboy', import.meta.url)));

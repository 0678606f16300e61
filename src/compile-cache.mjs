/**
 * Turns on the cache of compiled modules. It is loaded first (`node --import`) and is plain JavaScript, so that from
 * the second start on every TypeScript file comes from the cache. Without the cache, the bot starts more slowly and takes
 * more memory.
 */
import './node-version.mjs';
// A named import would fail on Node 20, which lacks `enableCompileCache`, before the version check can explain.
import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

nodeModule.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/paperboy', import.meta.url)));

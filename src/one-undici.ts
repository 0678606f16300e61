/**
 * Keeps Node from loading a second undici, the one that it has built in: 3 MB. discord.js asks for `globalThis.FormData`
 * while it is loaded, which Node answers from its own undici, although discord.js uses the package. So `main.ts` loads this
 * first. The package itself is loaded when somebody asks, because most commands of the command line send nothing.
 */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

// Defining it while it exists would load Node's.
Reflect.deleteProperty(globalThis, 'FormData');
Object.defineProperty(globalThis, 'FormData', {
  configurable: true,
  get: () => (load('undici') as typeof import('undici')).FormData,
});

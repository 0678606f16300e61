import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // More than there are processors: many tests wait, for a pause that the bot keeps or for a process of theirs.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Neither the bot nor a test keeps anything in modules or changes the process, so that files can share one: each
    // would otherwise load discord.js, the store and all else anew, a fifth of the time of all tests.
    isolate: false,
    // A hang ends a test. A busy machine does not: processes that tests start can take ten times their usual seconds.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    env: {
      TZ: 'UTC',
      // The bots that tests start as processes of their own are all the same code: it is compiled once.
      NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/paperboy', import.meta.url)),
    },
  },
});

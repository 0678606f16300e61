import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/temporary-folder.ts'],
    setupFiles: ['test/support/frozen-environment.ts', 'test/support/seeded-properties.ts'],
    pool: 'forks',
    // More than there are processors, because many tests wait for the bot's pauses or for a process.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Files share a process, because neither the bot nor a test leaves state in modules or in the process. Otherwise
    // each file would load discord.js and the store again, which is a fifth of the time of all tests.
    isolate: false,
    // Threads inherit these arguments.
    execArgv: [
      '--import',
      fileURLToPath(new URL('test/support/compile-cache.mjs', import.meta.url)),
      // Twice the usual space for new objects, because collecting them is a tenth of the time of most tests.
      '--max-semi-space-size=32',
    ],
    // A hang ends a test. A busy machine does not: processes that tests start can take ten times their usual seconds.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    env: {
      TZ: 'UTC',
      // All processes of the bot that tests start share their compiled code.
      NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/paperboy', import.meta.url)),
    },
  },
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: 20_000,
    env: {
      TZ: 'UTC',
      // The bots that tests start as processes of their own are all the same code: it is compiled once.
      NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/paperboy', import.meta.url)),
    },
  },
});

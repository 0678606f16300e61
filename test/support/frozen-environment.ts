import { afterAll, beforeAll } from 'vitest';

/**
 * Freezes the environment while tests run, so that none can leave a variable, such as DATABASE_URL, to the next one. A
 * test that times out goes on beside the next one, and no clean-up at its end would come in time. Tests pass the
 * environment to what they start.
 */
const { env } = process;
beforeAll(() => {
  process.env = Object.freeze({ ...env });
});
afterAll(() => {
  process.env = env;
});

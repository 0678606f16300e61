import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('a test cannot change the environment, which would be left to the next test', () => {
  const change = () => Object.assign(process.env, { DATABASE_URL: 'file:elsewhere.db' });
  expect(change).toThrow(TypeError);
  expect(Reflect.deleteProperty(process.env, 'PATH')).toBe(false);
  expect(process.env['DATABASE_URL']).toBeUndefined();
});

it('a process that a test starts still gets the environment', () => {
  const { stdout } = spawnSync(process.execPath, ['-p', 'process.env.TZ'], { encoding: 'utf8' });
  expect(stdout).toBe('UTC\n');
});

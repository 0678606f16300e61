import { expect, it } from 'vitest';
import { createWriteGroup } from '../../../src/jobs/planning/write-group.ts';

/** Fifty writes share a commit. */
const together = 50;

it('lets the next writes be prepared while others are stored, and begins them after those', async () => {
  const group = createWriteGroup();
  const stored = Promise.withResolvers<void>();
  const begun: string[] = [];
  const add = async (name: string): Promise<void> => {
    for (let count = 0; count < together; count += 1) {
      group.add(() => {
        begun.push(name);
        return stored.promise;
      });
    }
    await group.pause();
  };
  await add('first');
  const second = add('second');
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  expect(new Set(begun)).toEqual(new Set(['first']));
  stored.resolve();
  await second;
  await group.finish();
  expect(begun).toHaveLength(2 * together);
});

it('fails with the write that failed, at the next group or at the end', async () => {
  const failing = () => Promise.reject(new Error('the disk is full'));
  const group = createWriteGroup();
  for (let count = 0; count < together; count += 1) group.add(failing);
  await group.pause();
  await expect(group.finish()).rejects.toThrow('the disk is full');
});

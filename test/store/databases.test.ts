import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp, hasBot, openStore, restore } from '../../src/store/databases.ts';
import { temporaryFolder } from './opened-store.ts';

const unusable = [
  'postgres://bot:secret@db.example/paperboy',
  'mysql://bot:secret@db.example/x',
  'constructor:x',
  'paperboy.db',
  '',
];

test.each(unusable)(
  'a DATABASE_URL such as “%s” is refused, and the error does not repeat the password',
  async (url) => {
    const error = expect.objectContaining({
      code: 'bad-url',
      message: expect.stringMatching(
        /^DATABASE_URL (?!.*secret).*Set it to a file, such as file:data\/paperboy\.db\.$/,
      ),
    });
    await expect(openStore({ url })).rejects.toThrow(error);
    await expect(backUp(url, 'copy.db')).rejects.toThrow(error);
    await expect(restore(url, 'copy.db', 0)).rejects.toThrow(error);
    expect(() => hasBot(url)).toThrow(error);
  },
);

test.each(['postgres', 'postgresql'])(
  'a %s: URL gets the error that PostgreSQL is not supported yet',
  async (scheme) => {
    await expect(openStore({ url: `${scheme}://bot:secret@db.example/paperboy` })).rejects.toThrow(
      `DATABASE_URL (a ${scheme}: URL) cannot be used. PostgreSQL is not supported yet. ` +
        'Set it to a file, such as file:data/paperboy.db.',
    );
  },
);

test('a file: URL, in upper or lower case, opens a SQLite file, backs it up and restores it', async () => {
  const folder = temporaryFolder();
  const url = `FILE:${join(folder, 'paperboy.db')}`;
  const copy = join(folder, 'copy.db');
  await using bot = await openStore({ url, isBot: true });
  expect(hasBot(url)).toBe(true);
  expect(await backUp(url, copy)).toMatchObject({ path: copy, papers: 0 });
  await bot[Symbol.asyncDispose]();
  expect(hasBot(url)).toBe(false);
  expect(await restore(url, copy, 0)).toMatchObject({ contents: { papers: 0 } });
});

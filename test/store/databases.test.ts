import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp, examine, hasBot, openStore, placeOf, restore } from '../../src/store/databases.ts';
import { temporaryFolder } from './opened-store.ts';

const step =
  'Set it to a file, such as file:data/paperboy.db, or to a database of PostgreSQL, such as ' +
  'postgres://user:password@localhost/paperboy.';

const unusable = [
  'mysql://bot:secret@db.example/x',
  'postgres://bot:secret@db.example',
  'postgres://bot:secret@/paperboy',
  'postgres://bot:se/cret@db.example/paperboy',
  'postgres://bot:12/secret@db.example/paperboy',
  'postgres://bot:secret%zz@db.example/%zz',
  'constructor:x',
  'paperboy.db',
  '',
];

test.each(unusable)(
  'a DATABASE_URL such as “%s” is refused, and the error does not repeat the password',
  async (url) => {
    const error = expect.objectContaining({
      code: 'bad-url',
      message: expect.toSatisfy(
        (message: string) =>
          message.startsWith('DATABASE_URL ') && message.endsWith(step) && !/secret|se\/cret|12/.test(message),
      ),
    });
    await expect(openStore({ url })).rejects.toThrow(error);
    await expect(backUp(url, 'copy.db')).rejects.toThrow(error);
    await expect(restore(url, 'copy.db', 0)).rejects.toThrow(error);
    await expect(examine(url)).rejects.toThrow(error);
    await expect(hasBot(url)).rejects.toThrow(error);
    expect(() => placeOf(url)).toThrow(error);
  },
);

test('the error of a DATABASE_URL says why it cannot be used', async () => {
  const scheme = 'DATABASE_URL (a mysql: URL) cannot be used. It begins with neither file: nor postgres:. ';
  await expect(openStore({ url: 'mysql://bot:secret@db.example/x' })).rejects.toThrow(scheme + step);
});

test.each([
  ['postgres://bot:secret@db.example/paperboy', 'db.example:5432/paperboy'],
  ['POSTGRESQL://bot:s%2Fecret@db.example:5433/paper%20boy?sslmode=disable', 'db.example:5433/paper boy'],
  ['postgres:///paperboy?host=/run/postgresql', '/run/postgresql:5432/paperboy'],
  ['postgres://bot:secret@/paperboy?host=/run/postgresql&port=5433', '/run/postgresql:5433/paperboy'],
  ['postgres://%2Frun%2Fpostgresql/paperboy', '/run/postgresql:5432/paperboy'],
  ['postgres://[::1]/paperboy', '[::1]:5432/paperboy'],
])('the place of %s is shown without user and password', (url, place) => {
  expect(placeOf(url)).toBe(place);
});

test.each(['postgres', 'postgresql'])(
  'a database of PostgreSQL with a %s: URL is backed up and restored by its own programs',
  async (scheme) => {
    const url = `${scheme}://bot:secret@db.example/paperboy`;
    const refusal = (program: string) =>
      expect.objectContaining({
        code: 'elsewhere',
        message: expect.toSatisfy(
          (message: string) =>
            message.includes('db.example:5432/paperboy') && message.includes(program) && !message.includes('secret'),
        ),
      });
    await expect(backUp(url, 'copy.db')).rejects.toThrow(refusal('pg_dump --format=custom'));
    await expect(restore(url, 'copy.db', 0)).rejects.toThrow(refusal('pg_restore --clean'));
  },
);

test('a file: URL, in upper or lower case, opens a SQLite file, backs it up and restores it', async () => {
  const folder = temporaryFolder();
  const url = `FILE:${join(folder, 'paperboy.db')}`;
  const copy = join(folder, 'copy.db');
  expect(placeOf(url)).toBe(join(folder, 'paperboy.db'));
  await using bot = await openStore({ url, isBot: true });
  expect(await hasBot(url)).toBe(true);
  expect(await backUp(url, copy)).toMatchObject({ path: copy, papers: 0 });
  await bot[Symbol.asyncDispose]();
  expect(await hasBot(url)).toBe(false);
  expect(await restore(url, copy, 0)).toMatchObject({ contents: { papers: 0 } });
});

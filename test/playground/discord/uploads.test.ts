import { expect, it } from 'vitest';
import { Uploads } from '../../../src/playground/discord/uploads.ts';
import { World } from '../../../src/playground/discord/world.ts';
import { dayMs } from '../../../src/time.ts';

it('serves a file at a signed address for a day', () => {
  let now = Date.parse('2026-06-12T07:00:00Z');
  const uploads = new Uploads(
    new World(
      () => now,
      () => {},
    ),
    () => 'http://127.0.0.1:1',
  );
  const id = uploads.add({ filename: 'my papers.bib', data: Buffer.from('@misc{a}') });
  const described = uploads.describe(id);
  expect(described).toMatchObject({ id, filename: 'my papers.bib', size: 8, ephemeral: true });
  const address = String(described?.['url']);
  expect(address).toMatch(
    /\/ephemeral-attachments\/\d+\/\d+\/my%20papers\.bib\?ex=[0-9a-f]+&is=[0-9a-f]+&hm=[0-9a-f]{64}$/,
  );
  expect(uploads.at(address)?.filename).toBe('my papers.bib');
  expect(uploads.at(address.replace(/ex=./, 'ex=f'))).toBeUndefined();
  expect(uploads.at(address.replace(/hm=.*/, 'hm=0'))).toBeUndefined();
  expect(uploads.describe('1')).toBeUndefined();
  now += dayMs;
  expect(uploads.at(address)).toBeUndefined();
});

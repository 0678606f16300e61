import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/sources/json.ts';
import { listed, request } from './contract.ts';
import { body, fixture } from './fixture-server.ts';
import { serveSources } from './served-sources.ts';

const date = '2026-03-10';
const sourcesOfJson = [
  ['huggingface', fixture('daily-papers.json')],
  ['biorxiv', fixture('preprints.json')],
  ['crossref', fixture('journal-articles.json')],
] as const;

/** What can be wrong with the text of a JSON answer. A title is between `from` and its end. */
const damages: readonly (readonly [string, (text: string, title: string) => string | Buffer])[] = [
  ['a raw control character', (text, title) => text.replace(title, `\u0001${title}`)],
  ['a raw line break and tab', (text, title) => text.replace(title, `\n\t${title}`)],
  ['an unlawful escape, as of TeX', (text, title) => text.replace(title, `\\alpha \\(x\\) ${title}`)],
  ['half an escape', (text, title) => text.replace(title, `\\u12 ${title}`)],
  ['NaN for a number', (text) => text.replace('{', '{"odd": NaN, "odder": -Infinity, "oddest": undefined,')],
  ['a byte order mark', (text) => `\ufeff${text}`],
  ['blank lines and NULs around it', (text) => `\n\n\u0000${text}\u0000\u0000\n`],
  ['commas after the last values', (text) => text.replace(/(?<=["\d\]}])(\s*[\]}])/g, ',$1')],
  ['a Latin-1 byte', (text, title) => Buffer.from(text.replace(title, `\u00e9 ${title}`), 'latin1')],
];

describe('damaged JSON costs what is damaged', async () => {
  const { server, sources } = await serveSources();

  describe.each(sourcesOfJson)('%s', (id, text) => {
    const title = /"title": ?\[?\s*"([A-Za-z]{4,})/.exec(text)?.[1] ?? '';
    const pull = async () => listed((await sources.find(id)?.pull(request(date))) ?? { kind: 'unchanged' });

    it.each(damages)('keeps every paper of an answer with %s', async (_name, damage) => {
      server.answer(body(text));
      const whole = (await pull()).entries.map(({ paper }) => paper.id);
      expect(whole.length).toBeGreaterThan(1);
      server.answer(body(damage(text, title)));
      const { entries, skipped } = await pull();
      expect(entries.map(({ paper }) => paper.id)).toEqual(whole);
      expect(skipped).toEqual([]);
    });

    it('still refuses an answer that was cut', async () => {
      for (const share of [0.3, 0.6, 0.99]) {
        server.answer(body(text.trimEnd().slice(0, text.length * share)));
        await expect(sources.find(id)?.pull(request(date))).rejects.toMatchObject({ code: 'malformed' });
      }
    });
  });
});

it('reads the texts of damaged JSON as they were meant', () => {
  const read = (text: string | Buffer) => readJson(Buffer.from(text), 'a test');
  expect(read('["a\u0001b", "c\\d", "e\\\\f", "g\\"h", NaN, "NaN, undefined"]')).toEqual([
    'a\u0001b',
    'c\\d',
    'e\\f',
    'g"h',
    null,
    'NaN, undefined',
  ]);
  expect(read(Buffer.from('["B\u00e4r"]', 'latin1'))).toEqual(['Bär']);
});

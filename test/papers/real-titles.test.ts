import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cleanTexText, splitCreators } from '../../src/papers/text.ts';

const data = new URL('../../../shared/data/', import.meta.url);
const isThere = existsSync(data);

const unescapeXml = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const metadata = (): { title: string; authors: string[] }[] =>
  gunzipped('arxiv_meta')
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Raw fields of OAI records: all fields of science, as authors typed them. */
const rawFields = (field: string): string[] =>
  gunzipped('arxiv_oai').flatMap((xml) =>
    [...xml.matchAll(new RegExp(`<${field}>([^<]*)</${field}>`, 'g'))].map(([, text]) => unescapeXml(text ?? '')),
  );

function gunzipped(folder: string): string[] {
  const names = readdirSync(new URL(`${folder}/`, data)).filter((name) => name.endsWith('.gz'));
  return names.map((name) => gunzipSync(readFileSync(new URL(`${folder}/${name}`, data))).toString('utf8'));
}

const hasTex = (text: string): boolean => /[\\$]/.test(text);

describe.skipIf(!isThere)('real texts (skipped: ../shared is not there)', () => {
  it('leaves next to no TeX in 48,000 titles of computer science', () => {
    const titles = metadata().map(({ title }) => title);
    const residue = titles.map(cleanTexText).filter(hasTex);
    process.stdout.write(
      `TeX left in ${residue.length} of ${titles.length} titles (${titles.filter(hasTex).length} had some):\n`,
    );
    for (const title of residue) process.stdout.write(`  ${title}\n`);
    expect(titles.length).toBeGreaterThan(40_000);
    expect(residue.length).toBeLessThanOrEqual(12);
  });

  it('leaves little of it in the titles of the other sciences', () => {
    const titles = rawFields('title');
    const withTex = titles.filter(hasTex);
    const residue = titles.map(cleanTexText).filter(hasTex);
    process.stdout.write(`TeX left in ${residue.length} of ${withTex.length} titles that had some:\n`);
    for (const title of residue) process.stdout.write(`  ${title}\n`);
    expect(withTex.length).toBeGreaterThan(100);
    expect(residue.length / withTex.length).toBeLessThan(0.15);
  });

  it('leaves none in the names of authors, nor parentheses', () => {
    const names = rawFields('authors').flatMap(splitCreators);
    const residue = names.filter((name) => /[\\${}()]/.test(name));
    process.stdout.write(`TeX left in ${residue.length} of ${names.length} names: ${residue.join(' | ')}\n`);
    expect(names.length).toBeGreaterThan(500);
    expect(residue).toEqual([]);
  });

  it('changes no letter of a name that is already clean', () => {
    const names = metadata()
      .flatMap(({ authors }) => authors)
      .filter((name) => /^(?:[\p{L}\p{M} .]|-(?!-))+$/u.test(name));
    expect(names.length).toBeGreaterThan(100_000);
    expect(names.filter((name) => cleanTexText(name) !== name.normalize('NFC').replace(/\s+/g, ' ').trim())).toEqual(
      [],
    );
  });
});

import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { comparedTitle } from '../../../src/digests/duplicates/compared-title.ts';
import { haveSameAuthors } from '../../../src/digests/duplicates/same-authors.ts';

const capture = new URL('../../../../shared/data/arxiv_meta/cs_dev_2025-03-18_2026-02-28.jsonl.gz', import.meta.url);
const isThere = existsSync(capture);
if (!isThere) process.stderr.write('Skipped: the captured papers of ../shared are not here.\n');

interface CapturedPaper {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
}

/** `Jing-Yu Li` as journals and bioRxiv write it: `Li, J.-Y.` */
function withInitials(name: string): string {
  const words = name.split(' ');
  const given = words.slice(0, -1).map((word) =>
    word
      .split('-')
      .map((part) => `${part[0]}.`)
      .join('-'),
  );
  return words.length < 2 ? name : `${words.at(-1)}, ${given.join(' ')}`;
}

describe.skipIf(!isThere)('on captured papers', () => {
  const papers: CapturedPaper[] = [];
  beforeAll(async () => {
    for await (const line of createInterface({ input: createReadStream(capture).pipe(createGunzip()) }))
      papers.push(JSON.parse(line));
  }, 60_000);

  test('hardly two papers share a title, and those of the same authors are one work that was submitted twice', () => {
    const pairs = [...Map.groupBy(papers, ({ title }) => comparedTitle(title))].flatMap(([title, alike]) =>
      title === null ? [] : alike.flatMap((one, index) => alike.slice(index + 1).map((other) => [one, other] as const)),
    );
    const ofSameAuthors = pairs.filter(([one, other]) => haveSameAuthors(one.authors, other.authors));
    expect(pairs).toHaveLength(6);
    expect(ofSameAuthors.map((pair) => pair.map(({ id }) => id))).toEqual([
      ['2506.03197', '2510.15349'],
      ['2506.06035', '2510.03122'],
      ['2507.12759', '2510.09354'],
    ]);
  }, 60_000);

  test('authors are recognised by their initials and in another order', () => {
    const lists = papers.slice(0, 2_000).map(({ authors }) => authors);
    const found = lists.filter((authors) => haveSameAuthors(authors, authors.map(withInitials).toReversed()));
    expect(found.length / lists.length).toBeGreaterThan(0.98);
  }, 60_000);
});

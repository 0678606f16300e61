import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noExtras } from '../../../../src/papers/paper.ts';
import { type Database, openDatabase } from '../../../../src/store/sqlite/file/database.ts';
import { fullTextQuery } from '../../../../src/store/sqlite/full-text/full-text-query.ts';
import { storeOf } from '../../../../src/store/sqlite/sqlite-store.ts';
import { prefixIn, runIn, tokensIn } from '../../../../src/topics/matching/candidate-terms.ts';
import { indexTokens } from '../../../../src/topics/matching/index-tokens.ts';
import {
  inventedListing,
  inventedPaper,
  listed,
  listingOf,
  noon,
  pickedPaper,
  topicOf,
} from '../../invented-listings.ts';
import { sqlitePlace, temporaryFolder } from '../../opened-store.ts';

function open() {
  const db = openDatabase(join(temporaryFolder(), 'paperboy.db'), resolve('migrations/sqlite'));
  return { db, store: storeOf(db) };
}

/** The tokens of a column in the index, in order. */
function heldTokens(db: Database, column: string): unknown[] {
  db.$client.exec(`create virtual table temp.tokens using fts5vocab(main, 'paper_search', 'instance')`);
  const held = db.$client.prepare('select term from temp.tokens where col = ? order by offset').pluck().all(column);
  db.$client.exec('drop table temp.tokens');
  return held;
}

const allIds = async (store: ReturnType<typeof storeOf>, text: string) => {
  const { papers } = await store.searchPapers({ topic: topicOf(text), offset: 0, limit: 100 });
  return papers.map(({ id }) => id).toSorted();
};

describe('the full-text index', () => {
  it('has exactly the tokens of the paper', async () => {
    const { db, store } = open();
    const paper = inventedPaper('a/1', {
      title: 'C++ and C# for O’Brien’s k-means, 100% in vitro',
      abstract: 'Διάχυση σε γράφους: 扩散模型と拡散 — ﬁne-tuning naïve Ångströms, x₂ 𝐱.',
      authors: ["Conan O'Brien", 'Łukasz Żak', 'الف', '王 小明'],
      categories: ['cs.LG', 'math-ph'],
      comment: '12 pages, accepted at ACL’26',
      doi: '10.5555/lake',
    });
    await store.recordListing(inventedListing([listed(paper)]), noon);
    const expected = indexTokens(paper);
    for (const column of ['title', 'abstract', 'authors', 'categories', 'comment', 'facts'] as const) {
      expect(heldTokens(db, column)).toEqual(expected[column]);
    }
  });

  it('splits tokens at blanks only, whatever they are', () => {
    const { db } = open();
    const tokens = [
      'c++',
      'o',
      'cs.lg',
      'διάχυση',
      '扩散',
      "it's",
      'a-b',
      '"x"',
      '_',
      '*',
      'a:b',
      '\\',
      '#',
      '^x',
      '1.5',
    ];
    db.$client.prepare('insert into paper_search (rowid, title) values (1, ?)').run(tokens.join(' '));
    expect(heldTokens(db, 'title')).toEqual(tokens);
    const finds = db.$client.prepare('select count(*) from paper_search where paper_search match ?').pluck();
    for (const token of tokens) {
      const query = fullTextQuery(tokensIn('title', [token]));
      expect([token, finds.get(query)]).toEqual([token, 1]);
    }
  });

  it('writes nothing if a pull brings nothing new', async () => {
    const { db, store } = open();
    const listing = inventedListing([listed(inventedPaper('a/1')), listed(pickedPaper('a/2', 5), 'pick')]);
    await store.recordListing(listing, noon);
    const contents = () =>
      ['papers', 'news', 'listing_entries', 'paper_search_data', 'paper_search_docsize'].map((table) =>
        db.$client.prepare(`select * from ${table}`).all(),
      );
    const before = contents();
    const recorded = await store.recordListing(listing, noon + 1);
    expect(recorded).toMatchObject({ fresh: 0, updated: 0, unchanged: 2 });
    expect(contents()).toEqual(before);
  });

  it('stays unchanged if only upvotes changed', async () => {
    const { db, store } = open();
    const listingWith = (upvotes: number) => inventedListing([listed(pickedPaper('a/1', upvotes), 'pick')]);
    await store.recordListing(listingWith(5), noon);
    const index = () => db.$client.prepare('select * from paper_search_data').all();
    const before = index();
    expect(await store.recordListing(listingWith(6), noon)).toMatchObject({ updated: 1 });
    expect((await store.paper('a/1'))?.extras).toEqual({ ...noExtras, upvotes: 6 });
    expect(index()).toEqual(before);
  });
});

describe('searching', () => {
  it('never reads a user’s text as a command', async () => {
    const store = await sqlitePlace().open();
    await store.recordListing(listingOf('a/1', 'a/2'), noon);
    for (const text of [
      '"NEAR"',
      '"a* b"',
      '"title:"',
      '"a) OR (b"',
      '"x"" OR ""y"',
      `"o'brien'); drop table papers; --"`,
    ]) {
      expect(await allIds(store, text)).toEqual([]);
    }
    expect(await allIds(store, '"tides of lake" OR water')).toEqual(['a/1', 'a/2']);
  });

  it('writes every token as one quoted string', () => {
    const query = fullTextQuery({
      kind: 'all',
      queries: [
        runIn('any', ['a"b', 'OR']),
        prefixIn('title', ['NEAR', 'c"']),
        {
          kind: 'any',
          queries: [tokensIn('authors', ['ada', 'NOT']), tokensIn('categories', ['cs.*'])],
        },
      ],
    });
    expect(query).toBe(
      '({title abstract} : ("a""b OR") AND {title} : ("NEAR c""" *) AND ({authors} : ("ada" AND "NOT") OR {categories} : ("cs.*")))',
    );
  });

  it('ranks all papers, and lists the first of them', async () => {
    const store = await lakeStore();
    const page = await store.searchPapers({ topic: topicOf('lake'), offset: 0, limit: 1 });
    expect(page).toMatchObject({ total: 5_200, listed: 2_500 });
    expect(page.papers.map(({ id }) => id)).toEqual(['2026-03-01/199']);
    const last = await store.searchPapers({ topic: topicOf('lake'), offset: 2_499, limit: 10 });
    expect(last.papers.map(({ id }) => id)).toEqual(['2026-02-27/2700']);
    const checked = await store.searchPapers({ topic: topicOf('author:"Ada Fjord"'), offset: 0, limit: 1 });
    expect(checked).toMatchObject({ total: 1_500, examined: 1_500 });
  });

  it('finds the best match wherever it is, also if a word has thousands of newer papers', async () => {
    const store = await lakeStore();
    const old = inventedPaper('0704.1', { title: 'The lake of all lakes', abstract: 'A lake.' });
    const entries = [{ paper: old, announceType: 'new' as const, date: '2007-04-02' }];
    const past = { source: 'arxiv', day: '2007-04-03', entries, skipped: [], resumeToken: null };
    await store.recordBackfill(past, noon);
    const { papers } = await store.searchPapers({ topic: topicOf('lake'), offset: 0, limit: 1 });
    expect(papers.map(({ id }) => id)).toEqual(['0704.1']);
  });

  it('counts all news in a forecast, but only whole days if too many papers have to be checked', async () => {
    const store = await lakeStore();
    const window = { now: noon, days: 30, examples: 1 };
    const counted = { daysCovered: 3, matchedCount: 5_200, papersPerDay: 5_200 / 3 };
    const { examples, ...forecast } = await store.forecast(topicOf('lake'), window);
    expect(forecast).toEqual(counted);
    expect(examples.map(({ id }) => id)).toEqual(['2026-03-01/199']);
    const checked = await store.forecast(topicOf('author:"Ada Fjord"'), window);
    expect(checked).toMatchObject({ daysCovered: 2, matchedCount: 1_500, papersPerDay: 750 });
  });
});

/** More papers about a lake than are ranked, over three days. */
async function lakeStore() {
  const store = await sqlitePlace().open();
  for (const [date, size] of [
    ['2026-02-27', 3_700],
    ['2026-02-28', 1_300],
    ['2026-03-01', 200],
  ] as const) {
    const ids = Array.from({ length: size }, (_, index) => `${date}/${index}`);
    const brief = (id: string) => inventedPaper(id, { title: 'A lake', abstract: '' });
    const entries = ids.map((id) => listed(brief(id)));
    await store.recordListing(inventedListing(entries, { date }), noon);
  }
  return store;
}

import type { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Paper } from '../../../src/papers/paper.ts';
import { fieldRules, type IndexField } from '../../../src/store/postgres/full-text/lexemes.ts';
import { listFinder } from '../../../src/store/postgres/full-text/list-finder.ts';
import { PaperSet } from '../../../src/store/postgres/full-text/paper-set.ts';
import { rankingWords } from '../../../src/store/postgres/full-text/ranking-words.ts';
import { isExact, tokenQuery } from '../../../src/store/postgres/full-text/token-query.ts';
import { tokenVector } from '../../../src/store/postgres/full-text/token-vector.ts';
import { applyMigrations } from '../../../src/store/postgres/migrations.ts';
import { postgresConnection } from '../../../src/store/postgres/postgres-connection.ts';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import type { PaperQuery } from '../../../src/store/rules/search/paper-query.ts';
import { topicQuery } from '../../../src/store/rules/search/topic-query.ts';
import { candidateFinder } from '../../../src/store/sql/search/candidate-finder.ts';
import type { Store } from '../../../src/store/store.ts';
import { prefixIn, runIn, tokensIn } from '../../../src/topics/matching/candidate-terms.ts';
import { type IndexTokens, indexTokens } from '../../../src/topics/matching/index-tokens.ts';
import { meaning } from '../../support/shipped-meaning.ts';
import { inventedListing, inventedPaper, listed, noon, topicOf } from '../invented-listings.ts';
import { emptyTables } from './emptying.ts';
import { openPglite, pgliteClients } from './pglite-client.ts';

const none: IndexTokens = { title: [], abstract: [], authors: [], categories: [], comment: [], facts: [] };
const incomplete = tokensIn('facts', ['incomplete']);

let db: PGlite;
beforeAll(async () => {
  db = await openPglite();
  return () => db.close();
});

/** The one value that PostgreSQL computes. */
async function computed(expression: string, ...values: string[]): Promise<unknown> {
  const { rows } = await db.query<{ value: unknown }>(`select ${expression} as value`, values);
  return rows[0]?.value;
}

const finds = async (query: PaperQuery, tokens: Partial<IndexTokens>): Promise<boolean> =>
  (await computed('$1::tsvector @@ $2::tsquery', tokenVector({ ...none, ...tokens }), tokenQuery(query))) === 1;

/** The lexemes of a field that PostgreSQL has, in their order. */
async function heldTokens(vector: string, field: IndexField): Promise<readonly string[]> {
  const { letter, isOrdered } = fieldRules[field];
  const { rows } = await db.query<{ lexeme: string }>(
    `select lexeme from (
       select lexeme, unnest(coalesce(positions, '{0}')) as position from unnest($1::tsvector)) as held
     where left(lexeme, 1) = $2 order by position, lexeme collate "C"`,
    [vector, letter],
  );
  const held = rows.map(({ lexeme }) => lexeme.slice(1));
  return isOrdered ? held : [...new Set(held)];
}

describe('the vector of a paper', () => {
  it('has exactly the tokens of the paper', async () => {
    const paper = inventedPaper('a/1', {
      title: 'C++ and C# for O’Brien’s k-means, 100% in vitro',
      abstract: 'Διάχυση σε γράφους: 扩散模型と拡散 — ﬁne-tuning naïve Ångströms, x₂ 𝐱.',
      authors: ["Conan O'Brien", 'Łukasz Żak', 'الف', '王 小明'],
      categories: ['cs.LG', 'math-ph'],
      comment: '12 pages, accepted at ACL’26',
      doi: '10.5555/lake',
    });
    const tokens = indexTokens(paper);
    const vector = tokenVector(tokens);
    for (const field of ['title', 'abstract', 'comment'] as const)
      expect(await heldTokens(vector, field)).toEqual(tokens[field]);
    for (const field of ['authors', 'categories', 'facts'] as const)
      expect(new Set(await heldTokens(vector, field))).toEqual(new Set(tokens[field]));
    expect(await finds(incomplete, tokens)).toBe(false);
  });

  it('keeps every token whole, whatever it is', async () => {
    const title = [
      ...['c++', 'o', 'cs.lg', 'διάχυση', '扩散', "it's", 'a-b', '"x"', '_', '*', 'a:b', '\\', "\\'", '#', '^x', '1.5'],
      ...['', ' ', ':*', '&', "' & !'", '𝐱', 'A', 'a'],
    ];
    const vector = tokenVector({ ...none, title });
    expect(await heldTokens(vector, 'title')).toEqual(title);
    for (const token of title)
      expect([token, await finds(tokensIn('title', [token]), { title })]).toEqual([token, true]);
    for (const token of ['c', '"', 'x', 'é', ':'])
      expect(await finds(tokensIn('title', [token]), { title })).toBe(false);
  });

  it.each<[string, Partial<IndexTokens>]>([
    ['a token that is too long', { authors: ['ä'.repeat(1_023)] }],
    ['too many of one token', { abstract: Array.from({ length: 256 }, () => 'the') }],
    ['too many tokens', { comment: Array.from({ length: 16_400 }, (_, index) => `t${index % 200}`) }],
    ['too long a list', { authors: Array.from({ length: 80_000 }, (_, index) => `name-${index}`) }],
  ])('is marked where PostgreSQL cannot hold all of it: %s', async (_, tokens) => {
    expect(await finds(incomplete, { ...tokens, title: ['x'] })).toBe(true);
    expect(await finds(tokensIn('title', ['x']), { ...tokens, title: ['x'] })).toBe(true);
  });

  it.each<[string, Partial<IndexTokens>]>([
    ['a long token', { authors: ['ä'.repeat(1_022)] }],
    ['many of one token', { abstract: Array.from({ length: 255 }, () => 'the') }],
    ['many tokens', { comment: Array.from({ length: 16_382 }, (_, index) => `t${index % 200}`) }],
    ['a long list', { authors: Array.from({ length: 40_000 }, (_, index) => `name-${index}`) }],
    ['a name that thousands have', { authors: Array.from({ length: 20_000 }, () => 'wang') }],
  ])('is not marked where it holds all of it: %s', async (_, tokens) => {
    expect(await finds(incomplete, tokens)).toBe(false);
    for (const [field, held] of Object.entries(tokens)) {
      const last = held.at(-1) ?? '';
      expect(await finds(tokensIn(field as IndexField, [last]), tokens)).toBe(true);
    }
  });
});

describe('characters that PostgreSQL cannot store', () => {
  it.each(['\ud83d', 'a\0b', '\udc00x'])('%j is found by itself', async (token) => {
    expect(await finds(tokensIn('authors', [token]), { authors: [token] })).toBe(true);
    const words = JSON.stringify(rankingWords(runIn('any', [token])).map(({ term: _term, ...texts }) => texts));
    expect(await computed("$1::json -> 0 ->> 'rarity'", words)).not.toBeNull();
  });
});

describe('the query of papers', () => {
  const paper = { title: ['graph', 'neural', 'net'], abstract: ['deep', 'graph', 'it', 'graph'], authors: ['a', 'b'] };

  it.each<[string, boolean, PaperQuery]>([
    ['a word in its field', true, runIn('title', ['neural'])],
    ['a word in another field', false, runIn('abstract', ['neural'])],
    ['a word in either field', true, runIn('any', ['deep'])],
    ['words in either field', true, tokensIn('any', ['deep', 'net'])],
    ['words in one field', false, tokensIn('title', ['deep', 'net'])],
    ['a phrase', true, runIn('any', ['neural', 'net'])],
    ['a phrase in another order', false, runIn('any', ['net', 'neural'])],
    ['a phrase with a word twice', false, runIn('any', ['graph', 'graph'])],
    ['a phrase from the title into the abstract', false, runIn('any', ['net', 'deep'])],
    ['a beginning', true, prefixIn('title', ['neu'])],
    ['a beginning in another field', false, prefixIn('abstract', ['neu'])],
    ['a phrase that ends with a beginning', true, prefixIn('any', ['graph', 'neu'])],
    ['a phrase that ends with another beginning', false, prefixIn('any', ['neural', 'gra'])],
    ['authors in any order', true, tokensIn('authors', ['b', 'a'])],
    ['a stretch', true, { kind: 'stretch', field: 'any', runs: [['net'], ['graph', 'neural']], between: 3 }],
    ['a stretch that is as long', true, { kind: 'stretch', field: 'title', runs: [['net'], ['graph']], between: 1 }],
    ['a stretch that is longer', false, { kind: 'stretch', field: 'title', runs: [['net'], ['graph']], between: 0 }],
    ['words in one field', true, { kind: 'stretch', field: 'title', runs: [['net'], ['graph']], between: 50 }],
    ['a stretch over two fields', false, { kind: 'stretch', field: 'any', runs: [['net'], ['deep']], between: 9 }],
    ['all', true, { kind: 'all', queries: [runIn('any', ['net']), runIn('any', ['deep'])] }],
    ['any', true, { kind: 'any', queries: [runIn('any', ['lake']), runIn('any', ['deep'])] }],
    ['without', false, { kind: 'without', query: runIn('any', ['net']), excluded: runIn('any', ['deep']) }],
    ['without others', true, { kind: 'without', query: runIn('any', ['net']), excluded: runIn('any', ['lake']) }],
  ])('%s: %s', async (_, isFound, query) => {
    expect(await finds(query, paper)).toBe(isFound);
  });

  it('is not exact about some stretches and about lists without an order', () => {
    const stretch = { kind: 'stretch', field: 'any', runs: [['a'], ['b', 'c']], between: 3 } as const;
    expect(isExact(stretch)).toBe(true);
    const inexact: readonly PaperQuery[] = [
      { ...stretch, runs: [['a'], ['b'], ['c']] },
      { ...stretch, between: 50 },
      { ...stretch, field: 'authors' },
    ];
    for (const each of inexact) {
      expect(isExact(each)).toBe(false);
      expect(isExact({ kind: 'any', queries: [runIn('any', ['a']), each] })).toBe(false);
    }
    expect(isExact(runIn('authors', ['a', 'b']))).toBe(false);
    expect(isExact(tokensIn('authors', ['a', 'b']))).toBe(true);
    expect(isExact(prefixIn('any', ['a', 'b']))).toBe(true);
  });

  it('asks for marked papers where a token is too long for the index', async () => {
    const long = 'x'.repeat(3_000);
    for (const query of [tokensIn('title', [long]), prefixIn('any', [long])]) {
      expect(await finds(query, { title: [long] })).toBe(true);
      expect(await finds(query, { title: ['x'.repeat(2_000)] })).toBe(false);
    }
  });
});

describe('a set of papers', () => {
  const range = { lowest: -70, size: 140 };
  const setOf = (numbers: readonly number[]) => new PaperSet(range).add(Int32Array.from(numbers));

  it('is combined with others, and has its numbers in order', () => {
    const number = fc.integer({ min: -90, max: 90 });
    fc.assert(
      fc.property(fc.uniqueArray(number), fc.uniqueArray(number), (one, other) => {
        const [ones, others] = [new Set(one), new Set(other)];
        const held = (numbers: ReadonlySet<number>) =>
          [...numbers].filter((each) => each >= -70 && each < 70).toSorted((a, b) => b - a);
        expect([...setOf(one).unite(setOf(other)).numbers()]).toEqual(held(ones.union(others)));
        expect([...setOf(one).intersect(setOf(other)).numbers()]).toEqual(held(ones.intersection(others)));
        expect([...setOf(one).subtract(setOf(other)).numbers()]).toEqual(held(ones.difference(others)));
      }),
    );
  });
});

describe('the words by which papers are ranked', () => {
  const wordsOf = (query: PaperQuery) => rankingWords(query).map(({ query: text }) => text);

  it('are those of titles and abstracts, single words first, and none that is excluded', () => {
    expect(
      wordsOf({
        kind: 'without',
        query: {
          kind: 'all',
          queries: [
            { kind: 'any', queries: [runIn('any', ['gra', 'ph']), runIn('any', ['graph'])] },
            runIn('title', ['net']),
            tokensIn('authors', ['hinton']),
            runIn('any', ['graph']),
          ],
        },
        excluded: runIn('any', ['survey']),
      }),
    ).toEqual(["('tgraph' | 'agraph')", "'tnet'", "(('tgra' <-> 'tph') | ('agra' <-> 'aph'))"]);
  });

  it('tell more if they are rare', () => {
    const [common, rare] = ['model', 'hippocampus'].map((word) => rankingWords(runIn('any', [word]))[0]?.rarity ?? 0);
    expect(common).toBeLessThan(rare ?? 0);
  });
});

describe('a store with this index', () => {
  const options = () => ({
    url: 'postgres://tests@localhost/pglite',
    makeClient: pgliteClients(async () => db),
    sessionsAtMost: 1,
    searchesHere: true,
    meaning,
  });
  beforeEach(async () => {
    const client = options().makeClient({ url: options().url });
    await client.connect(0);
    await applyMigrations(client, 'the database of the tests');
    await emptyTables(client);
    await client.close();
  });

  async function open(...papers: readonly Paper[]): Promise<Store> {
    const store = await openPostgresStore(options());
    onTestFinished(() => store[Symbol.asyncDispose]());
    await store.recordListing(inventedListing(papers.map((paper) => listed(paper))), noon);
    return store;
  }
  const titled = (id: string, title: string, abstract = ''): Paper => inventedPaper(id, { title, abstract });
  async function idsOf(store: Store, text: string): Promise<readonly string[]> {
    const { papers } = await store.searchPapers({ topic: topicOf(text), offset: 0, limit: 100 });
    return papers.map(({ id }) => id);
  }

  it('finds papers exactly whose tokens do not all fit', async () => {
    const many = 'graph '.repeat(300);
    const store = await open(
      titled('a/1', 'Waves', `${many} deep lake`),
      titled('a/2', 'Waves', `${many} lake that is deep`),
      titled('a/3', 'Deep lake'),
      titled('a/4', 'A survey', `${many} of a deep lake`),
    );
    for (const [text, expected] of [
      ['"deep lake"', ['a/1', 'a/3', 'a/4']],
      ['abstract:graph "deep lake"', ['a/1', 'a/4']],
      ['"deep lake" -title:survey', ['a/1', 'a/3']],
      ['"graph deep"', ['a/1']],
      ['is:withdrawn', []],
    ] as const) {
      expect([text, (await idsOf(store, text)).toSorted()]).toEqual([text, expected]);
      const forecast = await store.forecast(topicOf(text), { now: noon, days: 1, examples: 9 });
      expect([text, forecast.matchedCount]).toEqual([text, expected.length]);
    }
  });

  it('ranks titles before abstracts, rare words before common ones, and the newest first otherwise', async () => {
    const store = await open(
      titled('a/1', 'On models', 'A hippocampus.'),
      titled('a/2', 'The hippocampus', 'A model.'),
      titled('a/3', 'On models', 'Models of models, and models.'),
      titled('a/4', 'On models'),
      titled('a/5', 'On models'),
    );
    const numbers = await ranked(store, 'hippocampus OR model');
    expect(numbers).toEqual(['a/2', 'a/1', 'a/3', 'a/5', 'a/4']);
    expect(await ranked(store, 'author:"Ada Fjord"')).toEqual(['a/5', 'a/4', 'a/3', 'a/2', 'a/1']);
  });

  /** Ids in the order of the index, which a search only begins with. */
  async function ranked(store: Store, text: string): Promise<readonly string[]> {
    const client = options().makeClient({ url: options().url });
    await client.connect(0);
    const { possible: query } = topicQuery(topicOf(text));
    const found = await candidateFinder({ connection: postgresConnection(client), indexFinder: listFinder }).ranked(
      { query, upvotes: null },
      undefined,
      9,
    );
    const ids = new Map(
      (await db.query<{ number: number; id: string }>('select number, id from papers')).rows.map(({ number, id }) => [
        number,
        id,
      ]),
    );
    await client.close();
    expect((await idsOf(store, text)).toSorted()).toEqual(found.map((number) => ids.get(number)).toSorted());
    return found.map((number) => ids.get(number) ?? '');
  }

  it('finds the word that somebody meant', async () => {
    const store = await open(...['a/1', 'a/2', 'a/3'].map((id) => titled(id, 'Hippocampal waves', 'On hippocampus.')));
    expect(await store.nearestWord(topicOf('hipocampus'))).toBe('hippocampus');
    expect(await store.nearestWord(topicOf('wavez'))).toBe('waves');
    expect(await store.nearestWord(topicOf('zebra'))).toBeNull();
  });

  it('is filled again if its tokens are of another edition', async () => {
    const papers = Array.from({ length: 45 }, (_, index) => titled(`a/${index}`, 'Waves of a lake'));
    const store = await open(...papers);
    await db.exec(`update search_index set edition = 0; update paper_search set tokens = '''old'''`);
    const again = await openPostgresStore(options());
    onTestFinished(() => again[Symbol.asyncDispose]());
    expect(await again.indexing()).toEqual({ share: 0 });
    expect(await idsOf(again, 'waves')).toEqual([]);
    expect((await again.indexSome())?.share).toBeCloseTo(20 / 45);
    expect(await idsOf(store, 'waves')).toHaveLength(20);
    while ((await again.indexSome()) !== null);
    expect(await idsOf(store, 'waves')).toHaveLength(45);
    expect(await idsOf(store, 'old')).toEqual([]);
  });
});

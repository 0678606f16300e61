import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Paper } from '../../../src/papers/paper.ts';
import type { ScoredPaper, Store } from '../../../src/store/store.ts';
import { sentenceOf } from '../../../src/topics/advice/strictness.ts';
import { matches } from '../../../src/topics/matching/match.ts';
import { readPaper } from '../../../src/topics/matching/paper-text.ts';
import { paper } from '../../topics/arbitraries.ts';
import { inventedListing, listed, noon, topicOf } from '../invented-listings.ts';
import { type StorePlace, sqlitePlace } from '../opened-store.ts';
import { pglitePlace } from '../postgres/places.ts';

const invented = fc
  .sample(paper, { numRuns: 260, seed: 20260302 })
  .map((each, index): Paper => ({ ...each, id: `2603.${String(index).padStart(5, '0')}`, sameAs: [], doi: null }));

const asked = [
  'about:"learning graphs"~9',
  'about:"fine-tuning networks of the graph"~4 -matrix',
  'about:"the general data sets of LLMs"~12 cat:cs.LG',
  'about:"estrogen behaviour"~2',
  'about:"模型 networks zyxwv"~8',
];

/** All papers are of one day, for which ten scores are wanted. */
const perDay = 10;

/** All scores, the highest first, by the one definition of a match and of a score. */
async function allScores(text: string, store: Store): Promise<readonly ScoredPaper[]> {
  const loosest = topicOf(text.replace(/~[\d.]+/, '~1'));
  const subject = sentenceOf(loosest)?.subject;
  if (subject === undefined) throw new Error('no sentence');
  return (await store.newsSince(0, 1_000))
    .map(({ paper: each, newsNumber }) => ({ newsNumber, text: readPaper(each) }))
    .filter(({ text: each }) => matches(loosest, each))
    .map(({ newsNumber, text: each }) => ({
      id: each.paper.id,
      score: subject.score(each.meaningBy(subject.table)),
      newsNumber,
    }))
    .toSorted((one, other) => other.score - one.score);
}

async function expectBest(store: Store): Promise<void> {
  for (const text of asked) {
    const { papers, daysCovered } = await store.scoreNews(topicOf(text), { now: noon, days: 3 });
    const all = await allScores(text, store);
    const strictness = sentenceOf(topicOf(text))?.strictness ?? 0;
    expect(daysCovered).toBe(1);
    const scores = papers.map(({ score }) => score);
    expect(scores.slice(0, perDay)).toEqual(all.slice(0, perDay).map(({ score }) => score));
    expect(scores.filter((score) => score >= strictness)).toEqual(
      all.map(({ score }) => score).filter((score) => score >= strictness),
    );
    const known = new Map(all.map((each) => [each.id, each]));
    for (const each of papers) expect(each).toEqual(known.get(each.id));
  }
}

it.each<[string, () => StorePlace]>([
  ['SQLite', () => sqlitePlace()],
  ['PostgreSQL', pglitePlace],
])(
  'the best scores are the same without vectors, with some, with all, and with outdated ones: %s',
  async (_name, newPlace) => {
    const store = await newPlace().open();
    const entries = invented.map((each) => listed({ ...each, authors: [`Author ${each.id}`] }));
    await store.recordListing(inventedListing(entries), noon);
    await expectBest(store);
    await store.embedSome();
    await store.embedSome();
    await expectBest(store);
    while (await store.embedSome());
    await expectBest(store);
    const changed = invented.slice(0, 60).map((each, index) =>
      listed(
        {
          ...each,
          version: 2,
          authors: [`Author ${each.id}`],
          title: `Learning graphs ${index}`,
          abstract: 'Fine-tuning networks of the graph.',
        },
        'replace',
      ),
    );
    await store.recordListing(inventedListing(changed), noon);
    await expectBest(store);
  },
);

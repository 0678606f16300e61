import { type MeaningQuery, prepareQuery, scorePaper } from '../../src/meaning/meaning-query.ts';
import type { MeaningTable } from '../../src/meaning/meaning-table.ts';
import { meaningOf } from '../../src/meaning/paper-meaning.ts';
import { at, type EncodedCorpus } from './encoded-corpus.ts';

/** How many titles of held-back papers find their own abstract first, among the abstracts of all these papers. */
interface TitleRecall {
  readonly abstracts: number;
  readonly titles: number;
  /** By way to score: the share of titles. */
  readonly found: Readonly<Record<'hybrid' | 'vectors' | 'words', number>>;
}

const mostAbstracts = 3000;
const everyTitle = 3;

/** Evaluates a table on the first papers that were held back, at most 3,000 of them, with every third title. */
export function recallTitles(table: MeaningTable, corpus: EncodedCorpus): TitleRecall {
  const count = Math.min(mostAbstracts, corpus.papers - corpus.trained);
  const papers = Array.from({ length: count }, (_, place) => textsOf(corpus, corpus.trained + place));
  const meanings = papers.map(({ abstract }) => meaningOf(table, { title: [], abstract }));
  const asked = papers.flatMap(({ title }, place) => (place % everyTitle === 0 ? [{ title, place }] : []));
  const shareOf = (variant: (query: MeaningQuery) => MeaningQuery): number => {
    const found = asked.filter(({ title, place }) => {
      const query = variant(prepareQuery(table, title));
      const scores = meanings.map((paper) => scorePaper(query, paper));
      return scores.every((score, other) => other === place || score < at(scores, place));
    });
    return asked.length === 0 ? 0 : found.length / asked.length;
  };
  return {
    abstracts: count,
    titles: asked.length,
    found: {
      hybrid: shareOf((query) => query),
      vectors: shareOf((query) => ({ ...query, words: [] })),
      words: shareOf((query) => ({ ...query, vector: query.vector.map(() => 0) })),
    },
  };
}

function textsOf({ words, ids, titleStarts, abstractStarts }: EncodedCorpus, paper: number) {
  const stems = (from: number, to: number): string[] => Array.from(ids.subarray(from, to), (id) => words[id] ?? '');
  const abstract = at(abstractStarts, paper);
  return { title: stems(at(titleStarts, paper), abstract), abstract: stems(abstract, at(titleStarts, paper + 1)) };
}

export const describeRecall = ({ abstracts, titles, found }: TitleRecall): string =>
  `of ${titles} held-back titles, these find their abstract first among ${abstracts}: ` +
  Object.entries(found)
    .map(([name, share]) => `${name} ${share.toFixed(4)}`)
    .join(', ');

import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { cite } from '../../src/citations/registry.ts';
import { readAcceptance } from '../../src/papers/acceptance.ts';
import { bylineOf } from '../../src/papers/collaborations.ts';
import type { Paper } from '../../src/papers/paper.ts';
import { readAnswer } from '../../src/sources/arxiv/oai.ts';
import { hasSharedData, readMetadata, readSharedBytes, sharedFiles, skipped } from '../sources/shared-data.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { nameLetters, type ReadCitation, type ReadEntry, readBibtex, readCsl, visible } from './read-citations.ts';

/** Papers of all fields of 2008 and 2014, with DOIs and journal references, and of computer science of 2025. */
async function readRealPapers(): Promise<readonly Paper[]> {
  const past: Paper[] = [];
  for (const name of sharedFiles('data/arxiv_oai').filter((file) => /arXivRaw.*\.xml\.gz$/.test(file))) {
    const { entries } = await readAnswer(gunzipSync(readSharedBytes(`data/arxiv_oai/${name}`)));
    past.push(...entries.slice(0, 800).map(({ paper }) => paper));
  }
  const recent: Paper[] = [];
  for (const record of readMetadata()) {
    recent.push(inventPaper({ ...record, comment: record.comment ?? null, publishedAt: null }));
    if (recent.length === 500) break;
  }
  return [...past, ...recent];
}

/** What differs between a paper and what a reader made of its citation. */
function differences(paper: Paper, read: ReadCitation | undefined): readonly unknown[] {
  const pairs = [
    [visible(read?.title), visible(paper.title)],
    [nameLetters(read?.authors ?? []), nameLetters(paper.authors)],
    [read?.doi?.toLowerCase() ?? null, paper.doi?.toLowerCase() ?? null],
  ];
  return pairs.filter(([is, should]) => is !== should);
}

/** The year of an id: `0811.3649` is of 2008. Only if a paper was published, its year may be another one. */
function isYearOf(paper: Paper, year: string | undefined): boolean {
  const ofId = `20${paper.id.slice(0, 2)}`;
  if (paper.journalReference === null && readAcceptance(paper.comment) === null) {
    return year === (paper.publishedAt?.slice(0, 4) ?? ofId);
  }
  return year === ofId || `${paper.journalReference} ${paper.comment}`.includes(year?.slice(2) ?? '?');
}

describe.skipIf(!hasSharedData)(`citations of real papers ${skipped}`, () => {
  let papers: readonly Paper[];
  let entries: readonly ReadEntry[];
  beforeAll(async () => {
    papers = await readRealPapers();
    entries = readBibtex(cite(papers, 'bibtex'));
  }, 60_000);

  it('are what an independent reader of BibTeX reads', () => {
    expect(papers.length).toBeGreaterThanOrEqual(2_000);
    expect(entries).toHaveLength(papers.length);
    expect(papers.flatMap((paper, index) => differences(paper, entries[index]))).toEqual([]);
    expect(papers.filter((paper, index) => entries[index]?.eprint !== paper.id)).toEqual([]);
    expect(papers.filter((paper, index) => !isYearOf(paper, entries[index]?.year))).toEqual([]);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(papers.length);
    expect(entries.filter(({ key }) => !/^[a-z][a-z\d]+$/.test(key))).toEqual([]);
  });

  it('have a journal with its volume for nine of ten journal references', () => {
    const published = entries.filter((_, index) => papers[index]?.journalReference !== null);
    const withJournal = published.filter(({ type }) => type === 'article' || type === 'inproceedings');
    expect(withJournal.length / published.length).toBeGreaterThan(0.9);
    expect(
      published.filter(({ type, fields }) => type === 'misc' && !String(fields['note']).includes('Published')),
    ).toEqual([]);
  });

  it.each(['ris', 'csl-json'] as const)('are what an independent reader of %s reads', (format) => {
    // These formats leave out that there are more authors.
    const complete = papers.filter(({ authors }) => !bylineOf(authors).hasOthers);
    const items = readCsl(cite(complete, format));
    expect(items).toHaveLength(complete.length);
    expect(complete.flatMap((paper, index) => differences(paper, items[index]))).toEqual([]);
    expect(complete.filter((paper, index) => !isYearOf(paper, items[index]?.year))).toEqual([]);
  });
});

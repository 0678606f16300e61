import type { Paper } from '../../papers/paper.ts';
import { createAttributeTermFinder } from './attribute-terms.ts';
import { type Batch, batchLimit } from './batch.ts';
import { listBatchPostings } from './batch-postings.ts';
import {
  type AlternatePositions,
  createBatchTables,
  meet,
  meetPairs,
  meetWatchers,
  placeStems,
  sortMeetings,
  stemWords,
} from './batch-tables.ts';
import { reaching } from './growing.ts';
import type { TermDictionary } from './term-dictionary.ts';
import { createTextScanner, createWordStream, gaps, put } from './text-scanner.ts';

export interface BatchReader {
  /**
   * Reads the papers a few at a time, so that whoever iterates can let others work in between. The batch is good until
   * the next one is read, or until topics change.
   * @throws RangeError where there are more than `batchLimit` papers
   */
  read(papers: readonly Paper[]): Generator<void, Batch>;
}

/** How many papers are read between two turns: a millisecond's work, or ten where most words are new. */
const papersAtATime = 64;

/** @param meetStems is told the stems of each batch before it is found out which papers have what is asked for */
export function createBatchReader(
  lexicon: TermDictionary,
  meetStems: (stems: readonly number[]) => Generator<void>,
): BatchReader {
  const { vocabulary } = lexicon;
  const scanner = createTextScanner(vocabulary.formOf);
  const labels = createAttributeTermFinder(lexicon);
  const tables = createBatchTables();
  const meetings: AlternatePositions = { terms: new Int32Array(1), places: new Int32Array(1), count: 0 };
  const words = createWordStream();

  const readText = (text: string): number => {
    scanner.scan(text, words);
    put(words, 0, gaps.other);
    return words.end;
  };
  const meetLabels = (terms: readonly number[]) => {
    for (const term of terms) if (term !== 0) meet(meetings, term, words.end);
  };
  const readAuthor = (name: string) => {
    for (const spelling of labels.ofAuthor(name)) {
      meetLabels(spelling);
      put(words, 0, gaps.other);
    }
  };
  const readPaper = (paper: Paper, number: number) => {
    const from = words.end;
    meetLabels(labels.ofPaper(paper));
    if (lexicon.hasLabels('author')) paper.authors.forEach(readAuthor);
    tables.titleEnds[number] = readText(paper.title);
    tables.abstractEnds[number] = readText(paper.abstract);
    tables.commentEnds[number] = lexicon.isFieldUsed('comment') ? readText(paper.comment ?? '') : words.end;
    tables.paperAt = reaching(tables.paperAt, words.end);
    tables.paperAt.fill(number, from, words.end);
  };
  const turnInsideOut = function* (): Generator<void> {
    const seen = stemWords(words, tables, vocabulary);
    if (lexicon.isWatching) meetWatchers(words, meetings, lexicon);
    meetPairs(words, tables, meetings, lexicon);
    yield;
    yield* meetStems(seen);
    yield;
    const { firstOfStem } = lexicon;
    const asked = seen.filter((stem) => firstOfStem[stem] !== 0);
    placeStems(asked, words.end, tables, vocabulary.stems.end);
    const met = sortMeetings(meetings, tables, lexicon.end);
    yield;
    yield* listBatchPostings(tables, asked, met, lexicon);
  };

  return {
    *read(papers) {
      if (papers.length > batchLimit) throw new RangeError(`${papers.length} papers are too many for one batch`);
      if (lexicon.forgetWords()) scanner.clear();
      labels.forgetOthers();
      tables.papers = papers;
      meetings.count = 0;
      words.end = 0;
      for (const [number, paper] of papers.entries()) {
        readPaper(paper, number);
        if (number % papersAtATime === papersAtATime - 1) yield;
      }
      yield* turnInsideOut();
      return tables;
    },
  };
}

import type { Paper } from '../../papers/paper.ts';
import { createAttributeTermFinder } from './attribute-terms.ts';
import { type Batch, batchLimit } from './batch.ts';
import { listBatchPostings } from './batch-postings.ts';
import {
  type AlternatePositions,
  addAlternate,
  createBatchTables,
  listPositions,
  noteFormsAndPrefixes,
  notePairs,
  sortAlternates,
  stemWords,
} from './batch-tables.ts';
import { reaching } from './growing.ts';
import type { TermDictionary } from './term-dictionary.ts';
import { createWordStream, gaps, put, type TextScanner } from './text-scanner.ts';

export interface BatchReader {
  /**
   * Reads the papers a few at a time, so that the caller can yield in between. The batch is valid until the next one is
   * read or the topics change.
   * @throws RangeError for more than `batchLimit` papers
   */
  read(papers: readonly Paper[]): Generator<void, Batch>;
}

/** How many papers are read between two yields: some milliseconds of work where most words are new. */
const papersAtATime = 16;
/** The same for words that were read: a millisecond of work. */
const wordsAtATime = 20_000;

/**
 * @param scanner over the words of the dictionary
 * @param fileForStems receives the stems of each batch before its posting lists are built
 */
export function createBatchReader(
  dictionary: TermDictionary,
  scanner: TextScanner,
  fileForStems: (stems: readonly number[]) => Generator<void>,
): BatchReader {
  const { vocabulary } = dictionary;
  const attributes = createAttributeTermFinder(dictionary);
  const tables = createBatchTables();
  const alternates: AlternatePositions = { terms: new Int32Array(1), positions: new Int32Array(1), count: 0 };
  const words = createWordStream();

  const readText = (text: string): number => {
    scanner.scan(text, words);
    put(words, 0, gaps.other);
    return words.end;
  };
  const noteAttributes = (terms: readonly number[]) => {
    for (const term of terms) if (term !== 0) addAlternate(alternates, term, words.end);
  };
  const readPaper = (paper: Paper, number: number) => {
    const from = words.end;
    noteAttributes(attributes.ofPaper(paper));
    tables.titleEnds[number] = readText(paper.title);
    tables.abstractEnds[number] = readText(paper.abstract);
    tables.commentEnds[number] = dictionary.isFieldUsed('comment') ? readText(paper.comment ?? '') : words.end;
    tables.paperAt = reaching(tables.paperAt, words.end);
    tables.paperAt.fill(number, from, words.end);
  };
  const turnInsideOut = function* (): Generator<void> {
    const seen = stemWords(words, tables, vocabulary);
    yield;
    for (let from = 0; from < words.end; from += wordsAtATime) {
      const some = { from, to: Math.min(from + wordsAtATime, words.end) };
      if (dictionary.hasFormsOrPrefixes) noteFormsAndPrefixes(words, some, alternates, dictionary);
      notePairs(words, some, { batch: tables, alternates, dictionary });
      yield;
    }
    yield* fileForStems(seen);
    yield;
    const { firstOfStem } = dictionary;
    const asked = seen.filter((stem) => firstOfStem[stem] !== 0);
    listPositions(asked, words.end, tables, vocabulary.stems.end);
    const alternateTerms = sortAlternates(alternates, tables, dictionary.end);
    yield;
    yield* listBatchPostings(tables, asked, alternateTerms, dictionary);
  };

  return {
    *read(papers) {
      if (papers.length > batchLimit) throw new RangeError(`${papers.length} papers are too many for one batch`);
      if (dictionary.forgetWords()) scanner.clear();
      attributes.forgetOthers();
      tables.papers = papers;
      alternates.count = 0;
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

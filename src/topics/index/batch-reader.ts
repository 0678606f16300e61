import type { Paper } from '../../papers/paper.ts';
import { type Batch, batchLimit } from './batch.ts';
import { createBatchTables, type Meetings, meet, placeStems, sortMeetings, stemWords } from './batch-tables.ts';
import { reaching } from './growing.ts';
import type { HashTable } from './hash-table.ts';
import { createLabelReader } from './labels.ts';
import type { Lexicon } from './lexicon.ts';
import { listPresentKeys } from './present-keys.ts';
import { createTextScanner, gaps } from './text-scanner.ts';
import { manner } from './vocabulary.ts';

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

/** @param solidTopics topics by the hash of the stem of each solid word that may stand for two of their words */
export function createBatchReader(lexicon: Lexicon, solidTopics: HashTable): BatchReader {
  const { vocabulary } = lexicon;
  const scanner = createTextScanner(vocabulary.formOf);
  const labelsOf = createLabelReader();
  const tables = createBatchTables();
  const meetings: Meetings = { terms: new Int32Array(1), places: new Int32Array(1), count: 0 };
  let forms = new Int32Array(1 << 12);
  let joined = new Uint8Array(1 << 12);
  let end = 0;

  const put = (form: number, isJoined: boolean) => {
    if (end === forms.length) {
      forms = reaching(forms, end);
      joined = reaching(joined, end);
    }
    forms[end] = form;
    joined[end++] = isJoined ? 1 : 0;
  };
  const take = (form: number, gap: number) => {
    const before = end === 0 ? 0 : (forms[end - 1] ?? 0);
    const manners = vocabulary.mannerOfForm;
    put(form, before !== 0 && gap !== gaps.other && areJoined(manners[before] ?? 0, manners[form] ?? 0, gap));
  };
  const readText = (text: string): number => {
    scanner.scan(text, take);
    put(0, false);
    return end;
  };
  const readPaper = (paper: Paper, number: number) => {
    const from = end;
    tables.titleEnds[number] = readText(paper.title);
    tables.abstractEnds[number] = readText(paper.abstract);
    tables.commentEnds[number] = lexicon.isFieldUsed('comment') ? readText(paper.comment ?? '') : end;
    tables.paperAt = reaching(tables.paperAt, end);
    tables.paperAt.fill(number, from, end);
    if (!lexicon.isKindUsed('key')) return;
    for (const label of labelsOf(paper)) {
      const term = lexicon.find('key', label);
      if (term !== 0) meet(meetings, term, from);
    }
  };
  const turnInsideOut = function* (): Generator<void> {
    const seen = stemWords({ forms, joined, end }, tables, meetings, lexicon);
    yield;
    tables.solids = findSolids(seen, vocabulary.hashOfStem, solidTopics);
    const solidStems = new Set([...tables.solids.values()].flat());
    const { firstWord } = lexicon;
    const asked = seen.filter((stem) => firstWord[stem] !== 0 || solidStems.has(stem));
    placeStems(asked, end, tables, vocabulary.stems.end);
    const met = sortMeetings(meetings, tables, lexicon.end);
    yield;
    listPresentKeys(tables, asked, met, lexicon);
  };

  return {
    *read(papers) {
      if (papers.length > batchLimit) throw new RangeError(`${papers.length} papers are too many for one batch`);
      if (lexicon.forgetWords()) scanner.clear();
      tables.papers = papers;
      meetings.count = 0;
      end = 0;
      for (const [number, paper] of papers.entries()) {
        readPaper(paper, number);
        if (number % papersAtATime === papersAtATime - 1) yield;
      }
      yield* turnInsideOut();
      return tables;
    },
  };
}

/** `isJoinable`, by what is known of each of the two words. */
function areJoined(first: number, second: number, gap: number): boolean {
  if ((first & manner.endsInDigit) !== 0 && (second & manner.beginsWithDigit) !== 0) return false;
  if (gap === gaps.hyphen) return (first & manner.leadsTied) !== 0 && (second & manner.followsTied) !== 0;
  return (first & manner.leads) !== 0 && (second & manner.follows) !== 0;
}

function findSolids(
  stems: readonly number[],
  hashOfStem: Int32Array,
  solidTopics: HashTable,
): ReadonlyMap<number, readonly number[]> {
  const solids = new Map<number, number[]>();
  for (const stem of stems) {
    solidTopics.find(hashOfStem[stem] ?? 0, (topic) => {
      const known = solids.get(topic);
      if (known === undefined) solids.set(topic, [stem]);
      else known.push(stem);
      return false;
    });
  }
  return solids;
}

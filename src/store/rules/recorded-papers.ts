import { isDeepStrictEqual } from 'node:util';
import { mergePapers } from '../../papers/merge.ts';
import type { Paper, PaperId } from '../../papers/paper.ts';
import type { KeptApart, RecordedCounts } from '../listings.ts';

/** What recording does to a paper. */
type PaperChange = 'fresh' | 'updated' | 'unchanged';

/** What recording did to a paper, and the paper's number in the database. */
export interface PaperRecord {
  readonly number: number;
  readonly change: PaperChange;
  /** Ids that it states and that belong to papers which cannot be the same work. */
  readonly keptApart: readonly KeptApart[];
}

/** What every database stores of a paper beside its fields. */
interface StoredPaper {
  readonly id: PaperId;
  readonly number: number;
}

/** How a database writes papers into its rows. */
export interface PaperForm<Row> {
  readonly paperOf: (row: Row) => Paper;
  /** The paper as it would be read back: fields that are not stored do not make it look changed. */
  readonly asStored: (paper: Paper) => Paper;
}

/** A paper as it will be written. */
export interface MergedPaper<Row> {
  /** Null if it was not stored before. */
  readonly stored: Row | null;
  readonly paper: Paper;
}

/** A paper as merged so far. */
interface Merging<Row> {
  readonly stored: Row | null;
  paper: Paper;
}

/** Papers that are recorded in one step. */
interface MergedPapers<Row> {
  /** Under each id by which they were given. A paper that was given under two ids is there twice. */
  readonly papers: ReadonlyMap<PaperId, MergedPaper<Row>>;
  /** What recording does to each given paper, in their order. */
  readonly changes: readonly PaperChange[];
}

/**
 * Merges given papers with stored ones, and with each other, because a step can have a work under two of its ids.
 * @param stored the rows of the papers that are stored, by the id under which they were given
 */
export function mergedPapers<Row extends StoredPaper>(
  given: readonly Paper[],
  stored: ReadonlyMap<PaperId, Row>,
  form: PaperForm<Row>,
): MergedPapers<Row> {
  const papers = new Map<PaperId, Merging<Row>>();
  const byNumber = new Map<number, Merging<Row>>();

  function known(row: Row): Merging<Row> {
    const one = byNumber.get(row.number) ?? { stored: row, paper: form.paperOf(row) };
    byNumber.set(row.number, one);
    return one;
  }

  const changes = given.map((paper): PaperChange => {
    const row = stored.get(paper.id);
    const before = papers.get(paper.id) ?? (row === undefined ? undefined : known(row));
    if (before === undefined) {
      papers.set(paper.id, { stored: null, paper });
      return 'fresh';
    }
    papers.set(paper.id, before);
    const after = form.asStored(mergePapers(before.paper, paper));
    if (isDeepStrictEqual(before.paper, after)) return 'unchanged';
    before.paper = after;
    return 'updated';
  });
  return { papers, changes };
}

/** Which numbers new papers get: above all others, or below them for papers of a backfill. */
export type NumberEnd = 'above' | 'below';

/** The lowest and the highest number of the stored papers; 0 where there is none on that side. */
export interface NumberRange {
  readonly lowest: number;
  readonly highest: number;
}

/** Gives each paper its number: stored ones have one already. No paper has the number 0, which lies between the two ends. */
export function numberedPapers<Row extends StoredPaper>(
  papers: Iterable<MergedPaper<Row>>,
  end: NumberEnd,
  { lowest, highest }: NumberRange,
): ReadonlyMap<MergedPaper<Row>, number> {
  const each = [...new Set(papers)];
  const fresh = each.filter(({ stored }) => stored === null);
  const first = end === 'above' ? highest + 1 : lowest - fresh.length;
  const numbers = new Map(fresh.map((one, index) => [one, first + index]));
  return new Map(each.map((one) => [one, one.stored?.number ?? (numbers.get(one) as number)]));
}

/** The own ids of papers besides the one that each of them has now: those under which they were given or stored. */
export const formerIds = <Row extends StoredPaper>(
  papers: ReadonlyMap<PaperId, MergedPaper<Row>>,
): readonly (readonly [PaperId, MergedPaper<Row>])[] =>
  [...papers].flatMap(([id, merged]) => {
    const ids = merged.stored === null ? [id] : [id, merged.stored.id];
    return ids.filter((one) => one !== merged.paper.id).map((one) => [one, merged] as const);
  });

/** Counts what recording papers did. */
export function countRecords(records: readonly PaperRecord[], skipped: number): RecordedCounts {
  const keptApart = records.flatMap((record) => record.keptApart);
  const countOf = (wanted: PaperChange) => records.filter(({ change }) => change === wanted).length;
  return {
    announced: records.length + skipped,
    fresh: countOf('fresh'),
    updated: countOf('updated'),
    unchanged: countOf('unchanged'),
    skipped,
    ...(keptApart.length === 0 ? {} : { keptApart }),
  };
}

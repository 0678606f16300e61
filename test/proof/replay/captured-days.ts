import { categories as knownCategories } from '../../../src/papers/categories.ts';
import type { LocalDate } from '../../../src/time.ts';
import { type MetadataRecord, readMetadata, readShared, sharedFiles } from '../../sources/shared-data.ts';
import type { PickedPaper } from './replay-plan.ts';
import type { PaperPool, SourcePaper } from './source-paper.ts';

const isCategory = new Set(knownCategories.map(({ id }) => id));

/** At most `papersADay` captured papers for each day; days without a capture use another pool. */
export function capturedPool(papersADay: number, otherwise: PaperPool): PaperPool {
  const days = Map.groupBy(readMetadata(), ({ first_seen }) => first_seen ?? '');
  const pool = new Map([...days].map(([day, records]) => [day, evenly(records.flatMap(readPaper), papersADay)]));
  return (day) => pool.get(day) ?? otherwise(day);
}

/** A part of them, evenly spread over the day. */
const evenly = <T>(all: readonly T[], count: number): readonly T[] =>
  all.filter((_, place) => Math.floor((place * count) / all.length) !== Math.floor(((place - 1) * count) / all.length));

/** A captured paper. Some captures list classes of other systems among the categories; arXiv's feeds never do. */
function readPaper({ id, title, abstract, authors, categories }: MetadataRecord): SourcePaper[] {
  const [primary, ...others] = categories.filter((category) => isCategory.has(category));
  return primary === undefined ? [] : [{ id, title, abstract, authors, categories: [primary, ...others] }];
}

const folders = ['data/hf/dev_recent', 'data/hf/era_samples'];

/** Hugging Face's lists of the captured days, as they were sent. */
export function capturedPicks(): (day: LocalDate) => readonly PickedPaper[] | null {
  const files = new Map(folders.flatMap((folder) => sharedFiles(folder).map((name) => [name, `${folder}/${name}`])));
  return (day) => {
    const path = files.get(`${day}.json`);
    return path === undefined ? null : (JSON.parse(readShared(path)) as CapturedItem[]).map(pickedPaper);
  };
}

interface CapturedItem {
  readonly paper: { readonly id: string; readonly title: string; readonly summary: string };
}

const pickedPaper = (item: CapturedItem): PickedPaper => {
  const { id, title, summary } = item.paper;
  return { id, title, abstract: summary, item };
};

import { categories as knownCategories } from '../../../src/papers/categories.ts';
import type { LocalDate } from '../../../src/time.ts';
import { type MetadataRecord, readMetadata, readShared, sharedFiles } from '../../sources/shared-data.ts';
import type { PickedPaper } from './replay-plan.ts';
import type { PaperPool, ToldPaper } from './told-paper.ts';

const isCategory = new Set(knownCategories.map(({ id }) => id));

/** The captured papers of each day, at most so many of one; days without a capture have those of another pool. */
export function capturedPool(papersADay: number, otherwise: PaperPool): PaperPool {
  const days = Map.groupBy(readMetadata(), ({ first_seen }) => first_seen ?? '');
  const pool = new Map([...days].map(([day, records]) => [day, evenly(records.flatMap(toldPaper), papersADay)]));
  return (day) => pool.get(day) ?? otherwise(day);
}

/** A part of them from all over the day. */
const evenly = <T>(all: readonly T[], count: number): readonly T[] =>
  all.filter((_, place) => Math.floor((place * count) / all.length) !== Math.floor(((place - 1) * count) / all.length));

/** Some captures list classes of other systems among the categories; arXiv's feeds never do. */
function toldPaper({ id, title, abstract, authors, categories }: MetadataRecord): ToldPaper[] {
  const [primary, ...others] = categories.filter((category) => isCategory.has(category));
  return primary === undefined ? [] : [{ id, title, abstract, authors, categories: [primary, ...others] }];
}

const folders = ['data/hf/dev_recent', 'data/hf/era_samples'];

/** What Hugging Face listed on days that were captured, as it was sent. */
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

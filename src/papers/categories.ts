import { archiveNames, categoryNames, retiredArchives, twinCategories } from './category-table.ts';

/** A category of arXiv: `cs.CL`, Computation and Language, in the archive `cs`. */
export interface Category {
  readonly id: string;
  readonly name: string;
  readonly archive: string;
}

/** An archive of arXiv, which holds one category or several. */
export interface Archive {
  readonly id: string;
  readonly name: string;
}

/** The active categories, in the order of their ids. */
export const categories: readonly Category[] = Object.entries(categoryNames).map(([id, name]) => ({
  id,
  name,
  archive: id.split('.')[0] ?? id,
}));

/** The active archives, in the order of their ids. */
export const archives: readonly Archive[] = Object.entries(archiveNames).map(([id, name]) => ({ id, name }));

const categoryByKey = new Map(categories.map((category) => [category.id.toLowerCase(), category]));
const retired = new Map<string, string>(Object.entries(retiredArchives));
const archiveIds = new Set(archives.map((archive) => archive.id));
const twins = new Map<string, string>(
  twinCategories.flatMap(([one, other]): [string, string][] => [
    [one, other],
    [other, one],
  ]),
);

/** The category of that id, whatever its case. The name of a retired archive gives the category that it became. */
export function findCategory(text: string): Category | null {
  const key = text.trim().toLowerCase();
  const successor = retired.get(key)?.toLowerCase();
  return categoryByKey.get(successor ?? key) ?? null;
}

/** The ids under which arXiv lists this category, itself first: `cs.IT` → `cs.IT`, `math.IT`. Unknown ids stand alone. */
export function sameCategories(id: string): readonly string[] {
  const twin = twins.get(id);
  return twin === undefined ? [id] : [id, twin];
}

/** Whether the text is an active archive, whatever its case: `cs`, `quant-ph`. */
export const isArchive = (text: string): boolean => archiveIds.has(text.trim().toLowerCase());

/** Whether papers ever had ids of this archive: active ones and those retired. Lower case only. */
export const hadArchive = (id: string): boolean => archiveIds.has(id) || retired.has(id);

import { z } from 'zod';
import { boundedPaper } from '../../papers/given-paper.ts';
import { entryIds, entryText, splitKeywords, yearIn } from './entry-texts.ts';
import type { ReadEntry, UnreadEntry } from './paper-file.ts';

/** An optional field. A value of the wrong type counts as absent, so that the paper is kept. */
const optional = <T extends z.ZodType>(type: T) => type.nullish().catch(undefined);
const text = optional(z.union([z.string(), z.array(z.string()).transform((list) => list[0])]));

const itemShape = z.object({
  id: optional(z.union([z.string(), z.number()])),
  title: text,
  abstract: text,
  author: optional(z.array(z.unknown())),
  DOI: text,
  URL: text,
  number: text,
  archive_location: text,
  keyword: text,
  issued: optional(z.unknown()),
});

const nameShape = z.object({
  family: text,
  given: text,
  literal: text,
  suffix: text,
  'non-dropping-particle': text,
  'dropping-particle': text,
});

const dateShape = z.object({
  'date-parts': optional(z.array(z.array(z.union([z.string(), z.number()])))),
  raw: text,
  literal: text,
});

/** Reads CSL-JSON: a list of items, one item, or an object that has the list as `items`. Null for anything else. */
export function readCslJson(json: string): readonly UnreadEntry[] | null {
  return itemsIn(json)?.map((item, at) => () => readItem(item, `#${at + 1}`)) ?? null;
}

function itemsIn(json: string): readonly unknown[] | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return null;
  const items: unknown = Reflect.get(value, 'items');
  return Array.isArray(items) ? items : [value];
}

function readItem(value: unknown, place: string): ReadEntry {
  const parsed = itemShape.safeParse(value);
  if (!parsed.success) return { skipped: { name: place, reason: 'damaged' } };
  const item = parsed.data;
  const paper = boundedPaper({
    title: entryText(item.title ?? ''),
    authors: (item.author ?? []).map(readName).filter((name) => name !== ''),
    abstract: entryText(item.abstract ?? ''),
    ids: entryIds([item.DOI, item.number, item.archive_location, item.URL].map((each) => each ?? undefined)),
    keywords: splitKeywords(item.keyword ?? ''),
    year: readYear(item.issued),
  });
  if (paper !== null) return { paper };
  return { skipped: { name: String(item.id ?? place).slice(0, 60), reason: 'no-title' } };
}

function readName(value: unknown): string {
  const parsed = nameShape.safeParse(value);
  if (!parsed.success) return '';
  const { literal, given, family, suffix, ...particles } = parsed.data;
  if (literal) return entryText(literal);
  const parts = [given, particles['dropping-particle'], particles['non-dropping-particle'], family, suffix];
  return entryText(parts.filter(Boolean).join(' '));
}

function readYear(issued: unknown): number | null {
  const parsed = dateShape.safeParse(issued);
  if (!parsed.success) return yearIn(typeof issued === 'string' ? issued : undefined);
  const { 'date-parts': parts, raw, literal } = parsed.data;
  return yearIn(String(parts?.[0]?.[0] ?? raw ?? literal ?? ''));
}

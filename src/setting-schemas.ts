import { z } from 'zod';
import { categories, findCategory, isArchive } from './papers/categories.ts';
import { parseIssn } from './papers/issn.ts';
import type { SourceId } from './papers/paper.ts';
import { sourceNames } from './papers/source-names.ts';

/** An address without the slash at its end. */
export const webAddress = z
  .string()
  .transform((text) => text.replace(/\/+$/, ''))
  .refine(isSafeUrl, 'must be a web address that begins with https:// (http:// only for this machine)');

/** arXiv's own spelling, each once; whole archives become their categories. */
export const categoryList = z.string().transform((text, context) => {
  const names = text.split(/[\s,]+/).filter(Boolean);
  const unknown = names.filter((name) => expandCategory(name).length === 0);
  if (unknown.length === 0) return [...new Set(names.flatMap(expandCategory))];
  context.addIssue(`names no arXiv category: ${unknown.join(', ')} (examples: cs.CL, math.*, astro-ph.*)`);
  return z.NEVER;
});

/** Every source that there is. */
export const sourceIds: readonly SourceId[] = sourceNames.map(({ id }) => id);

/** Some of the sources, in the order of `sourceIds`. */
export const sourceList = z.string().transform((text, context) => {
  const names = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const unknown = names.filter((name) => !sourceIds.includes(name));
  if (unknown.length === 0 && names.length > 0) return sourceIds.filter((id) => names.includes(id));
  const problem = names.length === 0 ? 'names no source at all' : `names no source: ${unknown.join(', ')}`;
  context.addIssue(`${problem} (there are ${sourceIds.join(', ')})`);
  return z.NEVER;
});

/** Asked for in one request, whose address must not be too long. */
const mostJournals = 60;

/** Journals, each once. */
export const issnList = z.string().transform((text, context) => {
  const names = text.split(/[\s,]+/).filter(Boolean);
  const wrong = names.filter((name) => parseIssn(name) === null);
  if (wrong.length === 0 && names.length <= mostJournals)
    return [...new Set(names.flatMap((name) => parseIssn(name) ?? []))];
  const tooMany = `names ${names.length} journals, and ${mostJournals} are the most`;
  context.addIssue(wrong.length === 0 ? tooMany : `holds what is no ISSN: ${wrong.join(', ')} (an example: 0028-0836)`);
  return z.NEVER;
});

/** A number of days, so many or more. */
export const days = (min: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number of days')
    .transform(Number)
    .refine((count) => count >= min, `must be at least ${min}`);

/** Whether a text can stand in a header, within parentheses. */
export const header = (text: string): boolean => /^[\x20-\x7e]{0,200}$/.test(text) && !/[()]/.test(text);
/** The token and what is posted must not travel in the clear, so http is for this machine only. */
function isSafeUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== '' || url.search !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);

/** `cs.CL` is itself, `cs.*` and `cs` are the whole archive, anything else nothing. */
function expandCategory(name: string): readonly string[] {
  const category = findCategory(name);
  if (category !== null) return [category.id];
  const archive = name.replace(/\.\*$/, '').toLowerCase();
  if (!isArchive(archive)) return [];
  return categories.filter(({ id }) => id === archive || id.startsWith(`${archive}.`)).map(({ id }) => id);
}

import { findCategory } from '../../papers/categories.ts';

/** Categories with more than about 300 items on a Tuesday, replacements included. Each has its own request. */
const large = new Set(['cs.AI', 'cs.CL', 'cs.CV', 'cs.LG']);

/** Archives that share a request, because they are small or share many papers. */
const families: Readonly<Record<string, string>> = {
  'gr-qc': 'astro-ph',
  'hep-ex': 'hep',
  'hep-lat': 'hep',
  'hep-ph': 'hep',
  'hep-th': 'hep',
  'nucl-ex': 'hep',
  'nucl-th': 'hep',
  nlin: 'physics',
  'math-ph': 'quant-ph',
  econ: 'stat',
  eess: 'stat',
  'q-bio': 'life-and-money',
  'q-fin': 'life-and-money',
};

const mostCategories = 20;

/**
 * Groups categories into requests. Each has a few hundred items on the busiest days, far below the 2,000 at which arXiv
 * cuts an answer off and drops new papers first. All categories make about fourteen requests.
 */
export function requestGroups(categories: readonly string[]): string[][] {
  const groups = Map.groupBy(categories, (id) => (large.has(id) ? id : familyOf(id)));
  return [...groups.values()].flatMap((group) => inEvenParts(group, Math.ceil(group.length / mostCategories)));
}

/** The two halves of a request whose answer was too full. */
export const halvesOf = (group: readonly string[]): string[][] => inEvenParts(group, 2);

function familyOf(id: string): string {
  const archive = findCategory(id)?.archive ?? id;
  return families[archive] ?? archive;
}

function inEvenParts(group: readonly string[], count: number): string[][] {
  const size = Math.ceil(group.length / count);
  return Array.from({ length: count }, (_, i) => group.slice(i * size, (i + 1) * size)).filter(
    ({ length }) => length > 0,
  );
}

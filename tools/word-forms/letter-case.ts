import type { FormCount } from './corpus-counts.ts';

/** What capitals say of a form. They are counted within sentences. A form that the corpus lacks is none of these. */
type Count = FormCount | undefined;

/** Most occurrences have one capital letter, the first: Gauss. */
export const isName = (count: Count): boolean =>
  count !== undefined && count.capital > 4 * (count.small + count.capitals + count.capitalsAndS + count.mixed);

/** Most occurrences have capitals only: GPS. */
export const isAcronym = (count: Count): boolean =>
  count !== undefined && count.capitals > count.small + count.capital + count.capitalsAndS + count.mixed;

/** Most occurrences have a capital before a small `s`: GPUs. */
export const isAcronymPlural = (count: Count): boolean =>
  count !== undefined && count.capitalsAndS > count.small + count.capital + count.capitals + count.mixed;

/** More occurrences have a capital at the start than not. */
export const isMostlyCapital = (count: Count): boolean =>
  count !== undefined && count.capital + count.capitals > count.small + count.capitalsAndS + count.mixed;

/** Many occurrences have no capital: dreams, beside DREAMS. */
export const isOftenSmall = (count: Count): boolean => count !== undefined && count.small * 5 > count.capitals;

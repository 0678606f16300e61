import type { FormCount } from './corpus-counts.ts';

/** What capitals say of a form. They are counted within sentences. A form that the corpus lacks is none of these. */
type Count = FormCount | undefined;

/** Fewer occurrences tell nothing. */
const leastSeen = 10;

const seen = ({ small, capital, capitals, capitalsAndS, mixed }: FormCount): number =>
  small + capital + capitals + capitalsAndS + mixed;

const isSeen = (count: Count): count is FormCount => count !== undefined && seen(count) >= leastSeen;

/** Nearly all occurrences have one capital letter, the first: Gauss. */
export const isName = (count: Count): boolean => isSeen(count) && count.capital * 5 > seen(count) * 4;

/** Most occurrences have capitals only: GPS. */
export const isAcronym = (count: Count): boolean => isSeen(count) && count.capitals * 2 > seen(count);

/** Most occurrences have a capital before a small `s`: GPUs. Rare ones tell as well. */
export const isAcronymPlural = (count: Count): boolean => count !== undefined && count.capitalsAndS * 2 > seen(count);

/** Most occurrences have a capital at the start. */
export const isMostlyCapital = (count: Count): boolean =>
  count !== undefined && (count.capital + count.capitals) * 2 > seen(count);

/** Many occurrences have no capital: dreams, beside DREAMS. */
export const isOftenSmall = (count: Count): boolean => count !== undefined && count.small * 5 > count.capitals;

import type { Paper } from '../papers/paper.ts';
import { kindOfId } from '../papers/paper-id.ts';

/** A date as far as it is known. Months and days count from 1. */
export interface CitedDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

const ofYear = (year: number): CitedDate => ({ year, month: null, day: null });

/**
 * The date by which a paper is cited: that of its publication if a year of it is stated, otherwise that of its first
 * version. Where no source gives a date, the paper's id does.
 */
export function dateOf({ id, publishedAt }: Pick<Paper, 'id' | 'publishedAt'>, publicationYear: number | null) {
  const known = readDate(publishedAt) ?? dateOfId(id);
  if (publicationYear === null) return known;
  // The month of a preprint says nothing of its article.
  const isOfPublication = kindOfId(id) === 'publisher' && known?.year === publicationYear;
  return isOfPublication ? known : ofYear(publicationYear);
}

function readDate(publishedAt: string | null): CitedDate | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(publishedAt ?? '') ?? [];
  return year === undefined ? null : { year: Number(year), month: Number(month), day: Number(day) };
}

/** `2406.01234` and `math/0611800` begin with year and month, DOIs of bioRxiv and medRxiv with the whole date. */
function dateOfId(id: string): CitedDate | null {
  const [, year, month, day] = /^10\.\d+\/(\d{4})\.(\d\d)\.(\d\d)\./.exec(id) ?? [];
  if (year !== undefined) return { year: Number(year), month: Number(month), day: Number(day) };
  if (kindOfId(id) !== 'arxiv') return null;
  const [, short = '', ofYearNumber = ''] = /(?:^|\/)(\d\d)(\d\d)/.exec(id) ?? [];
  if (short === '') return null;
  // arXiv began in 1991.
  return { year: Number(short) + (Number(short) >= 91 ? 1900 : 2000), month: Number(ofYearNumber), day: null };
}

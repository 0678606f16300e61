import type { ListingRecord } from '../store/listings.ts';
import type { Store } from '../store/store.ts';

/**
 * Why a listing is in doubt.
 * - `empty`: a working day has no papers
 * - `stale`: it shows an earlier day's papers
 * - `thin`: it has far fewer papers than usual
 * - `shrunk`: it has fewer papers than at the pull before
 * - `young`: too few earlier days are stored to know what is usual
 * - `unread`: the requests for some categories failed
 * - `failed`: several pulls in a row failed
 */
export interface Doubt {
  readonly kind: 'empty' | 'stale' | 'thin' | 'shrunk' | 'young' | 'unread' | 'failed';
  /** The categories in doubt; empty where all are. */
  readonly categories: readonly string[];
}

/** How many failed pulls in a row before this one make a failed listing doubtful. */
const failuresBelieved = 2;

/** The doubt about a listing, or null. */
export async function findDoubt(record: ListingRecord, hasShrunk: boolean, store: Store): Promise<Doubt | null> {
  const { source, date } = record;
  switch (record.state) {
    case 'waiting':
      return { kind: 'empty', categories: [] };
    case 'stale':
      return { kind: 'stale', categories: [] };
    case 'failed':
      return record.failures >= failuresBelieved ? { kind: 'failed', categories: [] } : null;
    case 'partial': {
      const { categories } = await store.completeness(source, date);
      const unread = categories.filter(({ doubt }) => doubt === 'unread').map(({ category }) => category);
      if (unread.length > 0) return { kind: 'unread', categories: unread };
      return { kind: 'thin', categories: (await store.compareWithUsual(source, date)).thin };
    }
    case 'listed': {
      const { thin, unknown } = await store.compareWithUsual(source, date);
      if (thin.length > 0) return { kind: 'thin', categories: thin };
      if (hasShrunk) return { kind: 'shrunk', categories: [] };
      // A list without categories grows all day, so a second way would be asked all day.
      const young = unknown.filter((category) => category !== '');
      return young.length > 0 ? { kind: 'young', categories: young } : null;
    }
    case 'quiet':
      return null;
  }
}

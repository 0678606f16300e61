import { type AnnounceType, weightier } from '../../papers/announce-type.ts';
import type { Instant } from '../../ports.ts';

/** Two papers that turned out to be one work, by their numbers: the older one is kept. Papers of a backfill come last. */
export function olderFirst(one: number, other: number): { readonly kept: number; readonly gone: number } {
  const isOrdered = byAge(one, other) <= 0;
  return { kept: isOrdered ? one : other, gone: isOrdered ? other : one };
}

/** Numbers move away from 0 over time, downwards for papers of a backfill. */
const byAge = (one: number, other: number): number =>
  Number(one < 0) - Number(other < 0) || Math.abs(one) - Math.abs(other);

/** The news that a paper became. */
interface News {
  readonly number: number;
  readonly type: AnnounceType;
}

/** The news of a merged paper, and the number of the news that goes; null if there was only one. */
interface MergedNews extends News {
  readonly removed: number | null;
}

/**
 * The news of two papers that are merged: the first of them, with the weightier type. Old news is kept only if there is no
 * other. Null if neither paper was news.
 * @param news of the two papers, at most one each
 */
export function mergedNews(news: readonly News[]): MergedNews | null {
  const [first, second] = news.toSorted(
    (one, other) => Number(one.number <= 0) - Number(other.number <= 0) || one.number - other.number,
  );
  if (first === undefined) return null;
  if (second === undefined) return { ...first, removed: null };
  return { number: first.number, type: weightier(first.type, second.type), removed: second.number };
}

/** A paper on the reading list of a person. */
export interface SavedPaper {
  readonly note: string | null;
  /** When it was removed; null if it is on the list. */
  readonly removedAt: Instant | null;
}

/**
 * The one entry of a reading list that had both of two merged papers. It has the notes of both, and is removed only if both
 * were, since the first removal.
 */
export function mergedSaved(kept: SavedPaper, gone: SavedPaper): SavedPaper {
  const notes = [kept.note, gone.note].filter((note) => note !== null);
  return {
    note: notes.length === 0 ? null : notes.join('\n'),
    removedAt: kept.removedAt === null || gone.removedAt === null ? null : Math.min(kept.removedAt, gone.removedAt),
  };
}

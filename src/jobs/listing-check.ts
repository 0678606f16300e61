import { addReceipts, categoryReceipts } from '../papers/category-receipts.ts';
import type { ListingEntry } from '../papers/listing.ts';
import type { Clock, Logger } from '../ports.ts';
import { type CrossCheck, type PaperSource, SourceError } from '../sources/source.ts';
import type { ListingRecord, RecordedCounts } from '../store/listings.ts';
import type { Store } from '../store/store.ts';
import type { LocalDate } from '../time.ts';

export interface ListingCheckTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Why a listing is in doubt.
 * - `empty`: a working day has no papers
 * - `stale`: it shows an earlier day's papers
 * - `thin`: it has far fewer papers than usual
 * - `failed`: several pulls in a row failed
 */
type Doubt = 'empty' | 'stale' | 'thin' | 'failed';

type Verdict = Pick<ListingRecord, 'state' | 'reason'> & {
  /** How many papers the check stored, if any. */
  readonly recorded?: RecordedCounts;
};

/** How many failures in a row are needed to doubt the source. */
const failuresBelieved = 2;

/**
 * Checks a listing that is in doubt with the source's cross-check, and records the verdict. Papers that the listing
 * lacks are stored, because they were announced.
 * @returns how many papers the check stored; null if none
 */
export async function checkListing(
  source: PaperSource,
  date: LocalDate,
  tools: ListingCheckTools,
  signal: AbortSignal,
): Promise<RecordedCounts | null> {
  const { store, clock, log } = tools;
  if (source.crossCheck === undefined || source.dayKind?.(date) !== 'expected') return null;
  // The source no longer shows listings of past days, so there is nothing to check.
  if (!source.datesToPull(clock()).includes(date)) return null;
  const record = await store.listing(source.id, date);
  if (record === null) return null;
  const doubt = await findDoubt(record, store);
  if (doubt === null || signal.aborted) return null;
  try {
    const check = await source.crossCheck({ date, now: clock(), signal });
    const { recorded, ...verdict } = await judge(source, record, doubt, check, tools);
    await store.judgeListing(source.id, date, verdict);
    const fields = { event: 'pull.checked', source: source.id, date, doubt, ...verdict };
    log.info(fields, `${source.name} ${date} was in doubt (${doubt}): the check says ${verdict.state}`);
    return recorded ?? null;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (signal.aborted) return null;
    const state = doubtfulState[doubt];
    await store.judgeListing(source.id, date, { state, reason: `${record.reason ?? thinReason}; ${error.message}` });
    const fields = { event: 'pull.unchecked', source: source.id, date, doubt, reason: error.message };
    log.warn(fields, `${source.name} ${date} is in doubt (${doubt}) and cannot be checked`);
    return null;
  }
}

/** The state of a listing while the cross-check cannot decide. */
const doubtfulState = {
  empty: 'waiting',
  stale: 'stale',
  thin: 'partial',
  failed: 'failed',
} as const satisfies Readonly<Record<Doubt, ListingRecord['state']>>;

const thinReason = 'it has far fewer papers than usual';

async function findDoubt(record: ListingRecord, store: Store): Promise<Doubt | null> {
  switch (record.state) {
    case 'waiting':
      return 'empty';
    case 'stale':
      return 'stale';
    case 'failed':
      return record.failures >= failuresBelieved ? 'failed' : null;
    case 'partial':
      return 'thin';
    case 'listed':
      return (await store.thinCategories(record.source, record.date)).length > 0 ? 'thin' : null;
    case 'quiet':
      return null;
  }
}

async function judge(
  source: PaperSource,
  record: ListingRecord,
  doubt: Doubt,
  check: CrossCheck,
  tools: ListingCheckTools,
): Promise<Verdict> {
  const firstListed = await tools.store.firstListed(
    source.id,
    check.entries.map(({ paper }) => paper.id),
  );
  const missing = check.entries.filter(({ paper }) => !firstListed.has(paper.id));
  const present = check.entries.filter(({ paper }) => firstListed.get(paper.id) === record.date);
  if (missing.length > 0) {
    const recorded = await recordMissing(record, doubt, { missing, present, categories: check.categories }, tools);
    const papers = missing.length === 1 ? '1 paper' : `${missing.length} papers`;
    return { state: 'partial', reason: `its announcement lacked ${papers} that its search finds`, recorded };
  }
  // The cross-check adds nothing: the source failed, and the next pull asks it again.
  if (doubt === 'failed') return { state: 'failed', reason: record.reason };
  if (present.length > 0) return { state: 'listed', reason: null };
  const isOver = check.isQuiet || !check.canStillCome;
  if (isOver && doubt !== 'thin') return { state: 'quiet', reason: null };
  return {
    state: doubtfulState[doubt],
    reason: `${record.reason ?? thinReason}; its search finds no papers of this day`,
  };
}

interface Missing {
  readonly missing: readonly ListingEntry[];
  /** The entries that the listing has. */
  readonly present: readonly ListingEntry[];
  readonly categories: readonly string[];
}

async function recordMissing(
  { source, date }: ListingRecord,
  doubt: Doubt,
  { missing, present, categories: group }: Missing,
  { store, clock }: ListingCheckTools,
): Promise<RecordedCounts> {
  // The receipts of a thin listing are right. Those of a stale one belong to another day.
  const receipts =
    doubt === 'thin'
      ? addReceipts(
          (await store.completeness(source, date)).categories,
          categoryReceipts([{ group, entries: missing }]),
        )
      : categoryReceipts([{ group, entries: [...present, ...missing] }]);
  return await store.recordListing(
    { source, date, entries: missing, skipped: [], etags: {}, isPartial: true, receipts },
    clock(),
  );
}

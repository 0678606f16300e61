import type { ListingEntry } from '../papers/listing.ts';
import type { Clock, Logger } from '../ports.ts';
import { type CrossCheck, type PaperSource, SourceError } from '../sources/source.ts';
import type { Verdict } from '../store/announcements.ts';
import type { ListingRecord, RecordedCounts } from '../store/listings.ts';
import type { Store } from '../store/store.ts';
import type { LocalDate } from '../time.ts';
import { recordMissing } from './found-papers.ts';
import { type Doubt, findDoubt } from './listing-doubt.ts';

export interface ListingCheckTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The second way must know this share of a listing's news. Otherwise it is cut or late itself, and proves nothing. */
const provingShare = 0.6;

/** A whole announcement and the search differ by up to this share: papers change categories, or miss the cut-off. */
const usualDifference = 0.1;

/** Up to this share of an announcement was held back for some time, and has older ids. */
const heldBackShare = 0.05;

/**
 * Checks a listing that is in doubt with the source's cross-check, and records the verdict. Papers that the listing
 * lacks are stored, because they were announced.
 * @param hasShrunk whether the last pull brought fewer papers than the listing has
 * @returns how many papers the check stored; null if none
 */
export async function checkListing(
  source: PaperSource,
  { date, hasShrunk = false }: { readonly date: LocalDate; readonly hasShrunk?: boolean },
  tools: ListingCheckTools,
  signal: AbortSignal,
): Promise<RecordedCounts | null> {
  const { store, clock, log } = tools;
  if (source.crossCheck === undefined || !mayHavePapers(source, date)) return null;
  // The source no longer shows listings of past days, so there is nothing to check.
  if (!source.datesToPull(clock()).includes(date)) return null;
  const record = await store.listing(source.id, date);
  if (record === null) return null;
  const doubt = await findDoubt(record, hasShrunk, store);
  if (doubt === null || signal.aborted) return null;
  try {
    const check = await source.crossCheck({ date, now: clock(), signal });
    const { recorded, ...verdict } = await judge(source, record, doubt, check, tools);
    await store.judgeListing(source.id, date, verdict);
    const fields = { event: 'pull.checked', source: source.id, date, doubt: doubt.kind, ...verdict };
    log.info(fields, `${source.name} ${date} was in doubt (${doubt.kind}): the check says ${verdict.state}`);
    return recorded ?? null;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (signal.aborted) return null;
    await store.judgeListing(source.id, date, unchecked(source, record, doubt, `the check failed: ${error.message}`));
    const fields = { event: 'pull.unchecked', source: source.id, date, doubt: doubt.kind, reason: error.message };
    log.warn(fields, `${source.name} ${date} is in doubt (${doubt.kind}) and cannot be checked`);
    return null;
  }
}

const mayHavePapers = ({ dayKind }: PaperSource, date: LocalDate): boolean => {
  const kind = dayKind?.(date);
  return kind === undefined || kind === 'expected';
};

/** The state of a listing while the cross-check cannot decide. */
const doubtfulState = {
  empty: 'waiting',
  stale: 'stale',
  thin: 'partial',
  shrunk: 'listed',
  young: 'listed',
  unread: 'partial',
  failed: 'failed',
} as const satisfies Readonly<Record<Doubt['kind'], ListingRecord['state']>>;

const thinReason = 'it has far fewer papers than usual';

/** What the record says about a listing that the cross-check cannot decide on. */
function unchecked(source: PaperSource, record: ListingRecord, doubt: Doubt, why: string): Verdict {
  // A list that grows all day is small in the morning, so a small one alone holds up no digest.
  const state = doubt.kind === 'thin' && source.hasCategories === false ? 'listed' : doubtfulState[doubt.kind];
  const cause = record.reason ?? causes[doubt.kind];
  const reason = state === 'listed' ? `not checked: ${cause}; ${why}` : `${cause}; ${why}`;
  const isCounted = doubt.kind === 'thin' || doubt.kind === 'young';
  return { state, reason, ...(isCounted ? { unchecked: doubt.categories } : {}) };
}

const causes: Readonly<Record<Doubt['kind'], string>> = {
  empty: 'it has no papers',
  stale: "it shows an earlier day's papers",
  thin: thinReason,
  shrunk: 'it has fewer papers than before',
  young: 'its usual number of papers is not known yet',
  unread: 'some categories were not read',
  failed: 'it could not be pulled',
};

interface CheckVerdict extends Verdict {
  /** How many papers the check stored, if any. */
  readonly recorded?: RecordedCounts;
}

async function judge(
  source: PaperSource,
  record: ListingRecord,
  doubt: Doubt,
  check: CrossCheck,
  tools: ListingCheckTools,
): Promise<CheckVerdict> {
  const firstListed = await tools.store.firstListed(
    source.id,
    check.entries.map(({ paper }) => paper.id),
  );
  const present = check.entries.filter(({ paper }) => firstListed.get(paper.id) === record.date);
  const unknown = check.entries.filter(({ paper }) => !firstListed.has(paper.id));
  const missing = doubt.kind === 'young' ? ofSameDay(unknown, present, check) : unknown;
  if (missing.length > 0) {
    const recorded = await recordMissing(record, doubt, { missing, present, categories: check.categories }, tools);
    if (doubt.kind === 'young' && missing.length <= present.length * usualDifference) {
      return { state: 'listed', reason: null, recorded };
    }
    return { state: 'partial', reason: reasonOfMissing(record, doubt, missing.length, check.way), recorded };
  }
  switch (doubt.kind) {
    // The cross-check adds nothing: the source failed, and the next pull asks it again.
    case 'failed':
    case 'unread':
      return { state: doubtfulState[doubt.kind], reason: record.reason };
    case 'thin':
    case 'shrunk':
    case 'young':
      return judgeSize(source, record, doubt, { present: present.length, way: check.way });
    case 'empty':
    case 'stale':
      if (present.length > 0) return { state: 'listed', reason: null };
      if (check.isQuiet || !check.canStillCome) return { state: 'quiet', reason: null };
      return unchecked(source, record, doubt, `its ${check.way} finds no papers of this day`);
  }
}

/**
 * The unknown papers that are not older than the day. A young database does not have the days before, whose papers the
 * second way may find as well.
 */
function ofSameDay(
  unknown: readonly ListingEntry[],
  present: readonly ListingEntry[],
  { hasGrowingIds }: CrossCheck,
): readonly ListingEntry[] {
  const ids = present.map(({ paper }) => paper.id).sort();
  const first = ids[Math.floor(ids.length * heldBackShare)];
  if (first === undefined) return [];
  return hasGrowingIds ? unknown.filter(({ paper }) => paper.id > first) : unknown;
}

function reasonOfMissing(record: ListingRecord, { kind }: Doubt, count: number, way: string): string {
  const papers = count === 1 ? '1 paper' : `${count} papers`;
  return kind === 'unread' && record.reason !== null
    ? `${record.reason}; its ${way} found ${papers}`
    : `its announcement lacked ${papers} that its ${way} finds`;
}

/** Judges a listing that lacks no paper of the second way, by how much of it the second way knows. */
function judgeSize(
  source: PaperSource,
  record: ListingRecord,
  doubt: Doubt,
  { present, way }: { readonly present: number; readonly way: string },
): Verdict {
  const { counts } = record;
  // A listing that was found partial has been compared already.
  const news = record.state === 'listed' ? counts.new + counts.pick : 0;
  if (present > 0 && present >= news * provingShare) return { state: 'listed', reason: null };
  if (doubt.kind !== 'thin' && news === 0) return { state: 'listed', reason: null };
  const found = present === 0 ? 'no papers of this day' : `only ${present} of its ${news} new papers`;
  return unchecked(source, record, doubt, `its ${way} finds ${found}`);
}

import type { DayKind } from '../papers/listing.ts';
import type { SourceId } from '../papers/paper.ts';
import type { PaperSource } from '../sources/source.ts';
import type { ListingRecord, RecordedCounts } from '../store/listings.ts';
import type { Store } from '../store/store.ts';
import type { LocalDate } from '../time.ts';
import type { ListingCheckTools } from './listing-check.ts';
import { countsOf, noPapers, type PaperCounts } from './paper-counts.ts';

/** The result of one pull, as in the log and in `paperboy pull --json`. */
export interface PullReport extends PaperCounts {
  readonly source: SourceId;
  readonly date: LocalDate;
  /** The kind of day in the source's calendar. Absent if it has no calendar. */
  readonly day?: DayKind;
  /**
   * - `quiet`: the source has no papers that day
   * - `waiting`: the source has not published the day yet
   * - `stale`: the source shows an earlier day's papers under this date
   * - `partial`: papers of the day were missing
   * - `failed`: nothing was stored
   *
   * The last four are pulled again soon.
   */
  readonly outcome: 'pulled' | 'unchanged' | 'quiet' | 'waiting' | 'stale' | 'partial' | 'failed';
  /** Only with `waiting`, `stale`, `partial` and `failed`. */
  readonly reason?: string;
  /** How long the source asked to wait, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** A pull that was stored. */
export interface RecordedPull {
  readonly date: LocalDate;
  readonly outcome: PullReport['outcome'];
  readonly recorded: RecordedCounts;
}

/** How many papers a listing has. */
export const papersOf = ({ counts }: ListingRecord): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Logs and returns the report of a pull that was stored. */
export async function reportPulled(
  source: PaperSource,
  pull: RecordedPull,
  { store, log }: ListingCheckTools,
): Promise<PullReport> {
  const { date, recorded } = pull;
  const counts = countsOf(recorded);
  const stored = await store.listing(source.id, date);
  if (stored !== null && isInDoubt(stored.state)) {
    const report = { source: source.id, date, ...dayOf(source, date), outcome: stored.state, ...counts };
    const reason = stored.reason ?? 'the reason is unknown';
    log.warn(
      { event: `pull.${stored.state}`, ...report, reason },
      `${source.name} ${date} is ${stored.state}: ${reason}`,
    );
    return { ...report, reason };
  }
  const outcome = stored?.state === 'quiet' ? 'quiet' : pull.outcome;
  const report = { source: source.id, date, ...dayOf(source, date), outcome, ...counts };
  const event = outcome === 'quiet' ? 'pull.quiet' : 'pull.done';
  log.info({ event, ...report }, `${source.name} ${date}: ${counts.announced} announced, ${counts.new} new`);
  return report;
}

const isInDoubt = (state: ListingRecord['state']): state is 'waiting' | 'stale' | 'partial' =>
  state === 'waiting' || state === 'stale' || state === 'partial';

/** The kind of day, where the source has a calendar. */
export function dayOf(source: PaperSource, date: LocalDate): Pick<PullReport, 'day'> {
  const day = source.dayKind?.(date);
  return day === undefined ? {} : { day };
}

/** A listing that the pull did not bring. */
interface Doubtful {
  readonly state: 'waiting' | 'stale' | 'failed';
  readonly reason: string;
  /** What the check of the listing stored. */
  readonly recorded: RecordedCounts | null;
}

/** The report of a doubtful listing. Its check may have found the day's papers, or that the day has none. */
export async function reportDoubtful(
  source: PaperSource,
  date: LocalDate,
  { state, reason, recorded }: Doubtful,
  store: Store,
): Promise<PullReport> {
  const record = await store.listing(source.id, date);
  const found = { source: source.id, date, ...dayOf(source, date) };
  if (record?.state === 'quiet') return { ...found, outcome: 'quiet', ...countsOf(noPapers) };
  if (record?.state === 'listed') {
    const listed = papersOf(record);
    return { ...found, outcome: 'unchanged', ...countsOf({ ...noPapers, announced: listed, unchanged: listed }) };
  }
  const checked = record?.reason?.startsWith(reason) === false ? `${reason}; ${record.reason}` : record?.reason;
  return { ...found, outcome: record?.state ?? state, ...countsOf(recorded ?? noPapers), reason: checked ?? reason };
}

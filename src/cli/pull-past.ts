import { setTimeout as pause } from 'node:timers/promises';
import { count, showNumber } from '../discord/rendering/numbers.ts';
import {
  type BackfillProgress,
  type BackfillReport,
  type BackfillSpan,
  backfill,
  type PastSource,
} from '../jobs/backfill.ts';
import type { SourceId } from '../papers/paper.ts';
import type { Logger } from '../ports.ts';
import type { PaperSource } from '../sources/source.ts';
import type { Store } from '../store/store.ts';
import { showWait, utcDate } from '../time.ts';
import {
  type CliIo,
  type ExitCode,
  exitCodes,
  type OptionValues,
  printJson,
  textOption,
  UsageError,
} from './command.ts';
import { createProgressScreen } from './progress.ts';

/** The options of a backfill. */
export const pastOptions = { from: { type: 'string' }, to: { type: 'string' }, again: { type: 'boolean' } } as const;

export const pastUsage = [
  '  --from A     fetches past days from this one on. Their papers can be searched and are counted, but never posted.',
  '               After a stop or a crash, the same command continues',
  '  --to B       … until this day (default: today)',
  '  --again      … fetches stored days again',
] as const;

/** The past days that are asked for. Null if there are none. */
export function readSpan(values: OptionValues, now: number): BackfillSpan | null {
  const [from, to] = [readDay(values, 'from', now), readDay(values, 'to', now)];
  if (from === null) {
    if (to === null && values['again'] !== true) return null;
    throw new UsageError('The first day is missing. Write it as --from YYYY-MM-DD.');
  }
  const span = { from, to: to ?? dayOf(now), isAgain: values['again'] === true };
  if (textOption(values, 'date') !== undefined)
    throw new UsageError('Use --date for one day, or --from and --to, not both.');
  if (span.from > span.to) throw new UsageError(`${span.from} is after ${span.to}. Swap --from and --to.`);
  return span;
}

/** The first day of arXiv. No other source goes further back. */
const firstDay = '1991-08-14';

const dayOf = (now: number): string => utcDate(now);

/** The day that an option names, from arXiv's first day to today. Null if the option is absent. */
export function readDay(values: OptionValues, name: string, now: number): string | null {
  const text = textOption(values, name);
  if (text === undefined) return null;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text);
  if (!isDay) throw new UsageError(`"${text}" is not a date. Write it as YYYY-MM-DD.`);
  const today = dayOf(now);
  if (text > today) throw new UsageError(`${text} has not come yet. Write ${today} or a day before it as --${name}.`);
  if (text < firstDay)
    throw new UsageError(`${text} is before arXiv began. Write ${firstDay} or a day after it as --${name}.`);
  return text;
}

/** Fetches the past of all sources concurrently. */
export async function pullPast(
  sources: readonly PaperSource[],
  span: BackfillSpan,
  { store, log }: { readonly store: Store; readonly log: Logger },
  values: OptionValues,
  io: CliIo,
): Promise<ExitCode> {
  const screen = createProgressScreen(io, Date.now);
  const latest = new Map<SourceId, BackfillProgress>();
  const onProgress = (progress: BackfillProgress) => {
    latest.set(progress.source.id, progress);
    screen.show({ share: shareDone([...latest.values()], able.length), text: describeProgress(progress) });
  };
  const sleep = (ms: number, signal: AbortSignal) => pause(ms, undefined, { signal });
  const able = sources.filter((source): source is PaperSource & PastSource => source.past !== undefined);
  if (able.length === 0)
    throw new UsageError(
      `${sources.map(({ name }) => name).join(', ')} cannot show past days. Choose another --source.`,
    );
  const tools = { store, log, clock: Date.now, sleep, onProgress };
  const reports = await Promise.all(able.map((source) => backfill(source, span, tools, io.signal)));
  screen.end();
  if (values['json'] === true) printJson(io, reports);
  else for (const report of reports) io.stdout.write(`${describe(report)}\n`);
  return reports.every(({ outcome }) => outcome === 'done') ? exitCodes.done : exitCodes.failed;
}

/** Sources that have not reported yet count as not begun. */
const shareDone = (progress: readonly BackfillProgress[], sources: number): number =>
  progress.reduce((sum, { days, daysDone }) => sum + daysDone / days, 0) / sources;

function describeProgress({ source, date, days, daysDone, papers, waitsFor }: BackfillProgress): string {
  if (waitsFor === null)
    return `${source.name} ${date}: ${daysDone} of ${count(days, 'day')}, ${count(papers, 'paper')}`;
  return `${waitsFor.reason}; trying again in ${showWait(waitsFor.ms)}`;
}

function describe(report: BackfillReport): string {
  const { source, from, to, outcome, reason, days, daysStoredBefore, daysStored } = report;
  const { announced, new: fresh, updated, unchanged, skipped } = report;
  const before = daysStoredBefore === 0 ? '' : `, ${daysStoredBefore} stored before`;
  const counts = `${count(announced, 'paper')}: ${showNumber(fresh)} new, ${updated} updated, ${showNumber(unchanged)} unchanged, ${skipped} skipped`;
  const how = outcome === 'failed' ? `failed: ${reason}` : outcome;
  const next = outcome === 'done' ? '' : '. Run the same command again to continue';
  return `${source} ${from} to ${to}: ${how} (${daysStored} of ${count(days, 'day')}${before}; ${counts})${next}`;
}

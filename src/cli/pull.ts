import type { Config } from '../config.ts';
import { count } from '../discord/rendering/numbers.ts';
import { type PullTools, pullDueListing, pullListing } from '../jobs/pull.ts';
import type { PullReport } from '../jobs/pull-report.ts';
import { createLog } from '../log.ts';
import { findSourceByName, sourceNames } from '../papers/source-names.ts';
import type { Measured } from '../ports.ts';
import { createSources } from '../sources/registry.ts';
import { meantSource, whyUnused } from '../sources/settings.ts';
import type { PaperSource } from '../sources/source.ts';
import { hasBot, openStore } from '../store/databases.ts';
import type { Store } from '../store/store.ts';
import { version } from '../version.ts';
import {
  type CliCommand,
  type CliIo,
  exitCodes,
  type OptionValues,
  printJson,
  textOption,
  UsageError,
} from './command.ts';
import { readConfig } from './configuration.ts';
import { createProgressScreen } from './progress.ts';
import { pastOptions, pastUsage, pullPast, readDay, readSpan } from './pull-past.ts';

export const pullCommand: CliCommand = {
  usage: [
    `  --source S   only this source: ${sourceNames.map(({ id }) => id).join(', ')} (default: all)`,
    '  --date D     the listing of this day, YYYY-MM-DD (default: what is due today)',
    ...pastUsage,
    '  --json       prints one JSON document: a row for each listing with the counts of announced, new, updated, unchanged',
    '               and skipped papers, and how complete each category is',
    '',
    'A listing that is waiting, stale, partial or failed is not stored as a whole, and its row says why. Run the command',
    'again later for the rest.',
    '',
    'Exit code 0: every listing is stored; 1: at least one is not, or not as a whole; 2: wrong usage.',
  ],
  options: { source: { type: 'string' }, date: { type: 'string' }, ...pastOptions, json: { type: 'boolean' } },
  run: pull,
};

const besideBot =
  'The bot is running. Better stop it meanwhile: arXiv counts the requests of both, and each waits only between its own.';

async function pull(values: OptionValues, io: CliIo) {
  const config = readConfig(io);
  const { clock = Date.now } = io;
  const now = clock();
  const date = readDay(values, 'date', now);
  const span = readSpan(values, now);
  const level = config.logLevel === 'info' ? 'error' : config.logLevel;
  const log = await createLog({ level, format: config.logFormat, secrets: config.secrets, destination: io.stderr });
  await using sources = createSources({ ...config, ...io.pace, version, clock });
  const isBesideBot = await hasBot(config.databaseUrl);
  for (const remark of [...config.unusedSources, ...(isBesideBot ? [besideBot] : [])]) io.stderr.write(`${remark}\n`);
  const chosen = chooseSources(values, sources.list, config);
  await using store = await openStore({ url: config.databaseUrl });
  const tools = { store, clock, log };
  if (span !== null) return await pullPast(chosen, span, tools, values, io);
  const reports = await pullAll(chosen, date, tools, io);
  if (values['json'] === true) printJson(io, await Promise.all(reports.flat().map((report) => whole(report, store))));
  else for (const report of reports.flat()) io.stdout.write(`${describe(report)}\n`);
  return reports.flat().every(({ outcome }) => stored.has(outcome)) ? exitCodes.done : exitCodes.failed;
}

/** The outcomes after which the whole listing is stored. */
const stored: ReadonlySet<PullReport['outcome']> = new Set(['pulled', 'unchanged', 'quiet']);

/** Pulls the sources concurrently, with a bar on a terminal. */
async function pullAll(
  sources: readonly PaperSource[],
  date: string | null,
  tools: PullTools,
  io: CliIo,
): Promise<readonly (readonly PullReport[])[]> {
  const screen = io.stderr.isTTY === true ? createProgressScreen(io, tools.clock) : null;
  let done = 0;
  const shares = new Map<string, number>();
  const show = () => {
    const share = [...shares.values()].reduce((sum, one) => sum + one, 0) / sources.length;
    screen?.show({ share, text: `${done} of ${count(sources.length, 'source')} pulled` });
  };
  const meter = (measured: Measured) => {
    if (measured.kind !== 'pulling') return;
    // A source that pulls several days begins again with each of them, but the bar never goes back.
    shares.set(measured.source, Math.max(measured.share, shares.get(measured.source) ?? 0));
    show();
  };
  show();
  try {
    return await Promise.all(
      sources.map(async (source) => {
        const reports = await pullOneSource(source, date, { ...tools, meter }, io.signal);
        done += 1;
        shares.set(source.id, 1);
        show();
        return reports;
      }),
    );
  } finally {
    screen?.end();
  }
}

async function pullOneSource(
  source: PaperSource,
  date: string | null,
  tools: PullTools,
  signal: AbortSignal,
): Promise<readonly PullReport[]> {
  if (date !== null) return [await pullListing(source, { date, isExact: true }, tools, signal)];
  const reports: PullReport[] = [];
  for (const due of source.datesToPull(tools.clock()))
    reports.push(...(await pullDueListing(source, due, tools, signal)));
  return reports;
}

function chooseSources(values: OptionValues, all: readonly PaperSource[], config: Config): readonly PaperSource[] {
  const wanted = textOption(values, 'source');
  if (wanted === undefined) return all;
  const named = findSourceByName(wanted);
  const chosen = all.filter(({ id }) => id === named?.id);
  if (chosen.length > 0) return chosen;
  const why = named === null ? null : whyUnused(named.id, config);
  if (why !== null) throw new UsageError(why);
  const choice = meantSource(wanted) || ` Choose one of: ${all.map(({ id }) => id).join(', ')}.`;
  throw new UsageError(`There is no source "${wanted}".${choice}`);
}

/** A report with the completeness of each category, and each skipped item with the reason. */
async function whole(report: PullReport, store: Store) {
  const { categories, skipped: skippedItems } = await store.completeness(report.source, report.date);
  return { ...report, categories, skippedItems };
}

function describe(report: PullReport): string {
  const { source, date, outcome, reason } = report;
  if (outcome === 'failed') return `${source} ${date}: failed: ${reason}`;
  const why = reason === undefined ? '' : `: ${reason}`;
  const { announced, new: fresh, updated, unchanged, skipped } = report;
  const counts = `${announced} announced, ${fresh} new, ${updated} updated, ${unchanged} unchanged, ${skipped} skipped`;
  return `${source} ${date}: ${outcome} (${counts})${why}`;
}

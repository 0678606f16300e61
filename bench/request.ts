import { readCommandLine } from '../src/cli/command-line.ts';
import type { Bench } from './bench.ts';
import type { BenchOrder } from './bench-process.ts';
import { benches } from './registry.ts';

const widestName = Math.max(...benches.map(({ name }) => name.length));

export const usage = [
  'npm run bench [-- NAME…] [--runs N] [--papers N] [--channels N] [--data FOLDER] [--minutes N] [--out FILE] [--json]',
  'npm run bench -- compare BEFORE AFTER   versions whose figures are kept, or files that --out wrote',
  '',
  ...benches.map(({ name, title }) => `  ${name.padEnd(widestName + 2)}${title}`),
  '',
  '  NAME        the name of a bench, or what several names begin with: scale for all that begin with scale-',
  '  --runs N    how many times each bench runs (each has a default; words, names, ranking and relevance run once)',
  '  --papers N  how many papers are stored, for benches that store some',
  '  --channels N  how many channels are due, for plan, scale-planning and scale-drain',
  '  --data FOLDER  where captured papers are, for words, names, ranking and relevance',
  '  --minutes N  how long each bench may take, 30 by default; one that takes longer is ended, and the next begins',
  '  --out FILE  writes the figures after each bench; benches that run now replace their own figures in the file',
  '  --json      prints one JSON document and nothing else; on npm, add --silent. Plan alone prints its rows',
].join('\n');

/** What to measure. */
export interface MeasureRequest {
  readonly kind: 'measure';
  readonly chosen: readonly Bench[];
  readonly setting: Omit<BenchOrder['setting'], 'folder'>;
  readonly minutes: number;
  /** The file for the figures. */
  readonly out: string | null;
  readonly asJson: boolean;
}

/** Two results to compare, by version or path. */
export interface CompareRequest {
  readonly kind: 'compare';
  readonly before: string;
  readonly after: string;
}

export type Request = MeasureRequest | CompareRequest | { readonly kind: 'help' };

/** The request, or the problem with it. */
export function readRequest(args: readonly string[]): Request | string {
  try {
    const { values, positionals } = readCommandLine(args, {
      runs: { type: 'string' },
      papers: { type: 'string' },
      channels: { type: 'string' },
      data: { type: 'string' },
      minutes: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    });
    if (values.help === true) return { kind: 'help' };
    return positionals[0] === 'compare' ? readComparison(positionals.slice(1)) : readMeasurement(values, positionals);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function readComparison([before, after, ...more]: readonly string[]): CompareRequest | string {
  if (before === undefined || after === undefined || more.length > 0) return 'compare takes two versions or files.';
  return { kind: 'compare', before, after };
}

type Values = Partial<Record<'runs' | 'papers' | 'channels' | 'data' | 'minutes' | 'out', string>> & {
  readonly json?: boolean;
};

function readMeasurement(values: Values, positionals: readonly string[]): MeasureRequest | string {
  const unknown = positionals.filter((wanted) => !benches.some((bench) => isNamed(bench, wanted)));
  if (unknown.length > 0) return `There is no bench "${unknown.join('", "')}".`;
  const { runs, papers, channels, data, out } = values;
  const given = Object.entries({ runs, papers, channels }).filter(([, text]) => text !== undefined);
  const counts = given.map(([name, text]) => [name, Number(text)] as const);
  const wrong = counts.find(([, count]) => !Number.isInteger(count) || count < 1);
  if (wrong !== undefined) return `--${wrong[0]} must be a whole number, 1 or more.`;
  const minutes = Number(values.minutes ?? 30);
  if (!(minutes > 0)) return '--minutes must be a number above 0.';
  return {
    kind: 'measure',
    chosen: benches.filter((bench) => positionals.length === 0 || positionals.some((name) => isNamed(bench, name))),
    setting: { ...Object.fromEntries(counts), ...(data === undefined ? {} : { data }) },
    minutes,
    out: out ?? null,
    asJson: values.json === true,
  };
}

/** Whether that is its name, or that of a group of benches that it belongs to. */
const isNamed = ({ name }: Bench, wanted: string): boolean => name === wanted || name.startsWith(`${wanted}-`);

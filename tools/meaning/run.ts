import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type CorpusPaper, readCorpus } from './corpus.ts';
import { trainTable, usualOptions } from './train.ts';

/**
 * `npm run train -- --corpus FILE… --out FILE`: trains the table of word vectors, `src/meaning/word-vectors.bin`, from
 * files of papers (docs/meaning.md). The same files and options make the same table.
 */

const usage = 'npm run train -- --corpus FILE… --out FILE [--seed N] [--pairs N] [--held-back-from YYYY-MM-DD]';

interface Request {
  readonly files: readonly string[];
  readonly out: string;
  readonly options: typeof usualOptions;
}

/** @throws Error, which says what is wrong with the arguments */
function readRequest(args: readonly string[]): Request {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      corpus: { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
      seed: { type: 'string', default: String(usualOptions.seed) },
      pairs: { type: 'string', default: String(usualOptions.pairs) },
      'held-back-from': { type: 'string', default: usualOptions.heldBackFrom },
    },
    allowPositionals: true,
  });
  const files = [...values.corpus, ...positionals];
  if (files.length === 0 || values.out === undefined) throw new Error(`A corpus or --out is missing. Run: ${usage}`);
  const absent = files.find((file) => !existsSync(file));
  if (absent !== undefined) throw new Error(`There is no file ${absent}. Check its path.`);
  const options = {
    ...usualOptions,
    seed: countOf('seed', values.seed, 1),
    pairs: countOf('pairs', values.pairs, usualOptions.batch),
    heldBackFrom: dayOf('held-back-from', values['held-back-from']),
  };
  return { files, out: values.out, options };
}

function dayOf(option: string, text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new Error(`--${option} must be a day, such as 2026-02-01.`);
  return text;
}

function countOf(option: string, text: string, least: number): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < least)
    throw new Error(`--${option} must be a whole number, ${least} or more.`);
  return count;
}

async function* papersOf(files: readonly string[]): AsyncGenerator<CorpusPaper> {
  for (const file of files) yield* readCorpus(file);
}

try {
  const { files, out, options } = readRequest(process.argv.slice(2));
  const started = performance.now();
  const progress = (text: string): void => {
    process.stderr.write(`${Math.round((performance.now() - started) / 1000)} s: ${text}\n`);
  };
  writeFileSync(out, await trainTable(papersOf(files), options, progress));
  progress(`${out} is written`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

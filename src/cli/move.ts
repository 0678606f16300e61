import { count, showNumber } from '../discord/rendering/numbers.ts';
import { placeOf } from '../store/databases.ts';
import { type Move, move } from '../store/moving/move.ts';
import { StoreError } from '../store/store-error.ts';
import { type CliCommand, exitCodes, type OptionValues, printJson, textOption, UsageError } from './command.ts';
import { readConfig } from './configuration.ts';
import { withCopyProgress } from './copy-progress.ts';

export const moveCommand: CliCommand = {
  usage: [
    'paperboy move --to URL',
    '',
    '  --to URL   the new database: postgres://user:password@host/database, or file:PATH. It must be empty',
    '  --json     prints one JSON document with each table, its rows and its checksum',
    '',
    'Everything in DATABASE_URL is copied, and the copy is checked. Stop the bot first. DATABASE_URL does not change.',
    'After a stop or a crash, the same command goes on where it was. Until it is done, no bot starts on the new database.',
  ],
  options: { to: { type: 'string' }, json: { type: 'boolean' } },
  async run(values, io) {
    const to = newUrl(values);
    const { databaseUrl } = readConfig(io);
    const done = await withCopyProgress(io, (onProgress, note) =>
      move(databaseUrl, to, { onProgress, signal: io.signal, onRestart: () => note(restarted) }),
    );
    if (values['json'] === true) printJson(io, done);
    else io.stdout.write(`${describe(done)}\n`);
    return exitCodes.done;
  },
};

const restarted = 'DATABASE_URL has changed since this move began, so everything is copied again.';

/** @throws UsageError */
function newUrl(values: OptionValues): string {
  const to = textOption(values, 'to')?.trim();
  if (!to)
    throw new UsageError('The new database is missing. Write it as --to postgres://user:password@host/database.');
  try {
    placeOf(to);
    return to;
  } catch (error) {
    if (error instanceof StoreError) throw new UsageError(error.message.replaceAll('DATABASE_URL', '--to'));
    throw error;
  }
}

/** How many hexadecimal digits of a checksum are shown. */
const shownDigits = 16;

function describe({ from, to, tables, wasDone }: Move): string {
  const filled = tables.filter(({ rows }) => rows > 0);
  const rows = [
    ['table', 'rows', 'checksum'],
    ...filled.map((table) => [table.name, showNumber(table.rows), table.checksum.slice(0, shownDigits)]),
  ];
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const [names, numbers] = [width(0), width(1)];
  return [
    wasDone ? `${to} has everything of ${from} already:` : `Moved everything from ${from} to ${to}:`,
    '',
    ...rows.map(([name = '', number = '', sum]) => `  ${name.padEnd(names)}  ${number.padStart(numbers)}  ${sum}`),
    '',
    `Each table has the same rows and the same checksum on both sides; ${count(tables.length - filled.length, 'further table')} ` +
      'without rows.',
    'Next: set DATABASE_URL in .env to what --to was, then start the bot: npm start',
    `${from} has not changed. Start no bot on it any more: two bots would post everything twice.`,
  ].join('\n');
}

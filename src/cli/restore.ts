import type { Restoration } from '../store/database.ts';
import { restore } from '../store/databases.ts';
import { type CliCommand, exitCodes, printJson, textOption } from './command.ts';
import { readConfig } from './configuration.ts';
import { withCopyProgress } from './copy-progress.ts';
import { describeContents } from './database-contents.ts';

export const restoreCommand: CliCommand = {
  usage: [
    'paperboy restore FILE',
    '',
    '  --json   prints one JSON document with the contents of the database, and where the earlier one is kept',
    '',
    'The backup is checked first. If it is damaged, from a newer Paperboy, or not a backup, nothing changes.',
    'The earlier database is kept beside the new one. Messages that the backup has not posted are looked for in their',
    'channels before they are posted.',
  ],
  options: { json: { type: 'boolean' } },
  operands: ['file'],
  async run(values, io) {
    const config = readConfig(io);
    const source = textOption(values, 'file') ?? '';
    const restoration = await withCopyProgress(io, (onProgress) =>
      restore(config.databaseUrl, source, Date.now(), onProgress),
    );
    if (values['json'] === true) printJson(io, restoration);
    else io.stdout.write(`${describe(restoration)}\n`);
    return exitCodes.done;
  },
};

const describe = ({ contents, keptAs }: Restoration): string =>
  [
    `Restored ${contents.path}:`,
    describeContents(contents),
    ...(keptAs === null ? [] : [`The earlier database is kept as ${keptAs}.`]),
    'Start the bot again: npm start',
  ].join('\n');

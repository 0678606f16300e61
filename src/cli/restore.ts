import { loadConfig } from '../config.ts';
import type { Restoration } from '../store/database.ts';
import { restore } from '../store/databases.ts';
import { type CliCommand, exitCodes, printJson, textOption } from './command.ts';
import { asFailure, describeContents } from './database-contents.ts';

export const restoreCommand: CliCommand = {
  name: 'restore',
  summary: 'puts a backup in the place of the database; the bot must be stopped',
  usage: [
    'paperboy restore FILE',
    '',
    '  --json   prints one JSON document: what is in the database now, and where the earlier one is kept',
    '',
    'The backup is checked first; where it is damaged, from a newer Paperboy or no backup at all, nothing changes.',
    'The database that was there is kept beside the new one. What the backup had still to post is looked for in its',
    'channels before it is posted.',
  ],
  options: { json: { type: 'boolean' } },
  operands: ['file'],
  async run(values, io) {
    const config = loadConfig(io.environment, { isTerminal: io.stderr.isTTY === true });
    const restoration = asFailure(() => restore(config.databaseUrl, textOption(values, 'file') ?? '', Date.now()));
    if (values['json'] === true) printJson(io, restoration);
    else io.stdout.write(`${describe(restoration)}\n`);
    return exitCodes.done;
  },
};

const describe = ({ contents, keptAs }: Restoration): string =>
  [
    `Restored ${contents.path}:`,
    describeContents(contents),
    ...(keptAs === null ? [] : [`The database that was there before is kept as ${keptAs}.`]),
    'Start the bot again: npm start',
  ].join('\n');

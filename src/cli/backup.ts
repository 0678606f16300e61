import { loadConfig } from '../config.ts';
import { backUp } from '../store/databases.ts';
import { type CliCommand, exitCodes, printJson, textOption } from './command.ts';
import { asFailure, describeContents } from './database-contents.ts';

export const backupCommand: CliCommand = {
  name: 'backup',
  summary: 'copies the database into a new file, while the bot runs',
  usage: [
    'paperboy backup FILE',
    '',
    '  --json   prints one JSON document: what is in the copy',
    '',
    'The copy is consistent as of one moment, complete in its one file, and checked. An existing file is not replaced.',
  ],
  options: { json: { type: 'boolean' } },
  operands: ['file'],
  async run(values, io) {
    const config = loadConfig(io.environment, { isTerminal: io.stderr.isTTY === true });
    const contents = asFailure(() => backUp(config.databaseUrl, textOption(values, 'file') ?? ''));
    if (values['json'] === true) printJson(io, contents);
    else io.stdout.write(`Backed up to ${contents.path}:\n${describeContents(contents)}\n`);
    return exitCodes.done;
  },
};

import { backUp } from '../store/databases.ts';
import { type CliCommand, exitCodes, printJson, textOption } from './command.ts';
import { readConfig } from './configuration.ts';
import { withCopyProgress } from './copy-progress.ts';
import { describeContents } from './database-contents.ts';

export const backupCommand: CliCommand = {
  usage: [
    'paperboy backup FILE',
    '',
    '  --json   prints one JSON document with the contents of the copy',
    '',
    'The copy is one file, shows the database at one moment, and is checked. It never replaces an existing file.',
  ],
  options: { json: { type: 'boolean' } },
  operands: ['file'],
  async run(values, io) {
    const config = readConfig(io);
    const target = textOption(values, 'file') ?? '';
    const contents = await withCopyProgress(io, (onProgress) => backUp(config.databaseUrl, target, onProgress));
    if (values['json'] === true) printJson(io, contents);
    else io.stdout.write(`Backed up to ${contents.path}:\n${describeContents(contents)}\n`);
    return exitCodes.done;
  },
};

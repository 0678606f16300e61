import { version } from '../version.ts';
import { type CliCommand, exitCodes, printJson } from './command.ts';

export const versionCommand: CliCommand = {
  usage: ['  --json   prints one JSON document with both'],
  options: { json: { type: 'boolean' } },
  async run(values, io) {
    const versions = { paperboy: version, node: process.versions.node };
    if (values['json'] === true) printJson(io, versions);
    else io.stdout.write(`Paperboy ${versions.paperboy} on Node ${versions.node}\n`);
    return exitCodes.done;
  },
};

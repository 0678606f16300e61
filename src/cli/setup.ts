import { type CliCommand, envFileOf, UsageError } from './command.ts';
import { askEverything } from './setup-questions.ts';

export const setupCommand: CliCommand = {
  usage: [
    'It asks on a terminal. Everything else in .env stays as it is.',
    '',
    'Exit code 0: .env has a token that Discord accepts; 1: you stopped before that; 2: there is no terminal.',
  ],
  options: {},
  async run(_values, io) {
    const { stdin = process.stdin } = io;
    if (stdin.isTTY !== true) {
      const step = `Write DISCORD_TOKEN=… into ${envFileOf(io)} yourself.`;
      throw new UsageError(`setup asks on a terminal, and there is none. ${step}`);
    }
    return await askEverything(io, stdin);
  },
};

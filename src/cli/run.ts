import { ConfigError } from '../config.ts';
import { FatalDiscordError } from '../discord/fatal-discord-error.ts';
import { HttpPortError } from '../http-port.ts';
import { UnauthorizedError } from '../jobs/delivery-outcome.ts';
import { StoreError } from '../store/store-error.ts';
import { didYouMean } from '../topics/language/nearest.ts';
import { version } from '../version.ts';
import {
  type CliCommand,
  type CliIo,
  type ExitCode,
  exitCodes,
  type ListedCommand,
  type OptionValues,
  UsageError,
} from './command.ts';
import { readCommandLine } from './command-line.ts';
import { cliCommands } from './commands.ts';

/** Runs `paperboy <arguments>`. Returns 0 for done, 1 for failed, 2 for wrong usage, 78 for wrong configuration. */
export async function runCli(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const [name, ...rest] = args[0] === 'help' ? [...args.slice(1), '--help'] : args;
  if (name === '--version') return print(io.stdout, version, exitCodes.done);
  if (name === '--help' || name === '-h') return print(io.stdout, listCommands(), exitCodes.done);
  const listed = cliCommands.find((candidate) => candidate.name === name);
  if (listed === undefined) {
    return print(io.stderr, `${whyNoCommand(name)}\n\n${listCommands()}`, exitCodes.usage);
  }
  try {
    const command = await listed.load();
    const values = readOptions(command, rest);
    if (values['help']) return print(io.stdout, describeCommand(listed, command), exitCodes.done);
    return await command.run(values, io);
  } catch (error) {
    return reportError(error, listed, io);
  }
}

function whyNoCommand(name: string | undefined): string {
  if (name === undefined) return 'The command is missing.';
  const names = [...cliCommands.map((command) => command.name), '--help', '--version'];
  return `There is no command "${name}".${didYouMean(name, names)}`;
}

function readOptions(command: CliCommand, args: readonly string[]): OptionValues {
  const options: CliCommand['options'] = { ...command.options, help: { type: 'boolean', short: 'h' } };
  const { values, positionals } = readCommandLine(args, options);
  const given = values as OptionValues;
  return given['help'] ? given : { ...given, ...readOperands(command, positionals) };
}

function readOperands({ operands = [] }: CliCommand, given: readonly string[]): OptionValues {
  const missing = operands.find((_name, index) => !given[index]?.trim());
  if (missing !== undefined) throw new UsageError(`${missing.toUpperCase()} is missing.`);
  if (given.length > operands.length) throw new UsageError(`Unexpected argument '${given[operands.length]}'.`);
  return Object.fromEntries(operands.map((name, index) => [name, given[index]]));
}

function reportError(error: unknown, { name }: ListedCommand, io: CliIo): ExitCode {
  if (error instanceof UsageError) {
    const hint = `See: npm run paperboy -- ${name} --help`;
    return print(io.stderr, `${error.message}\n${hint}`, exitCodes.usage);
  }
  const message = error instanceof Error ? error.message : String(error);
  const code = exitCodeOf(error);
  return print(io.stderr, code === exitCodes.failed ? `${name} failed: ${message}` : message, code);
}

/**
 * The exit code tells a supervisor whether a failure can pass by itself or needs the host.
 * @internal
 */
export const exitCodeOf = (error: unknown): ExitCode =>
  isConfiguration(error) ? exitCodes.configuration : exitCodes.failed;

/** Whether a restart cannot help, so that a supervisor must not try. */
const isConfiguration = (error: unknown): boolean =>
  [ConfigError, FatalDiscordError, UnauthorizedError, HttpPortError].some((kind) => error instanceof kind) ||
  (error instanceof StoreError && !passingStoreErrors.has(error.code));

/**
 * Store errors that can pass: another process may be ending, space may be freed, a server may start, or papers may be
 * pulled first.
 */
const passingStoreErrors: ReadonlySet<StoreError['code']> = new Set([
  'missing',
  'busy',
  'full',
  'in-use',
  'unreachable',
  'unknown',
  'conflict',
]);

function listCommands(): string {
  const width = Math.max(...cliCommands.map(({ name }) => name.length));
  const rows = cliCommands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'Paperboy delivers the day’s research papers to Discord channels.',
    '',
    'npm run paperboy -- <command> [options]',
    '',
    ...rows,
    '',
    'Run a command with --help for its options. --version prints the version of Paperboy.',
  ].join('\n');
}

function describeCommand({ name, summary }: ListedCommand, { usage }: CliCommand): string {
  return [`paperboy ${name}: ${summary}`, '', ...usage].join('\n');
}

function print(output: NodeJS.WritableStream, text: string, code: ExitCode): ExitCode {
  output.write(`${text}\n`);
  return code;
}

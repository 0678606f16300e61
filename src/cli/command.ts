import type { Readable, Writable } from 'node:stream';
import type { ParseArgsConfig } from 'node:util';
import type { Clock } from '../ports.ts';
import type { SourceOptions } from '../sources/registry.ts';

/** An entry of the list in `commands.ts`. */
export interface ListedCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Loads the file of the command. */
  load(): Promise<CliCommand>;
}

/** A command of `paperboy <command>`: one file, one entry in `commands.ts`. */
export interface CliCommand {
  /** The lines that `--help` prints below the summary: the options, and the result. */
  readonly usage: readonly string[];
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** The names of required arguments without `--`, in order. They are among the values. */
  readonly operands?: readonly string[];
  /** @throws UsageError for wrong arguments, ConfigError and other errors for other failures */
  run(values: OptionValues, io: CliIo): Promise<ExitCode>;
}

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

/** The environment of a command. */
export interface CliIo {
  readonly environment: NodeJS.ProcessEnv;
  /** The file with settings; by default `.env` in the working folder. Tests pass it. */
  readonly envFile?: string;
  /** Where questions are answered; by default the process's own. */
  readonly stdin?: AnsweringInput;
  readonly stdout: NodeJS.WriteStream | CapturedOutput;
  readonly stderr: NodeJS.WriteStream | CapturedOutput;
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  /** Replacements for the real time, and for the pauses between requests to sources. Tests pass them. */
  readonly clock?: Clock;
  readonly pace?: Pick<
    SourceOptions,
    'arxivSpacingMs' | 'huggingfaceSpacingMs' | 'biorxivSpacingMs' | 'arxivRetryPausesMs'
  >;
}

/** A terminal on which a person types. */
type AnsweringInput = Readable & { readonly isTTY?: boolean };

/** An output that tests pass. */
interface CapturedOutput extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** 78 is EX_CONFIG of sysexits.h: a supervisor must not start it again unchanged. */
export const exitCodes = { done: 0, failed: 1, usage: 2, configuration: 78 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The command line cannot be understood. The message says why; the caller adds where to find help. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** The file with settings, which `setup` changes. */
export const envFileOf = ({ envFile = '.env' }: Pick<CliIo, 'envFile'>): string => envFile;

/** The value of a text option, or undefined. */
export function textOption(values: OptionValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

const widestColumns = 100;

/** The style of drawn messages: colours on a terminal, and its width up to 100 columns. */
export const terminalOf = ({ stdout, environment }: CliIo) => ({
  color: stdout.isTTY === true && !environment['NO_COLOR'],
  // A terminal that does not know its width says 0.
  width: Math.min(stdout.columns || widestColumns, widestColumns),
});

/** Writes the one JSON document of a `--json` run. */
export function printJson(io: CliIo, document: unknown): void {
  io.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

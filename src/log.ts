import { type DestinationStream, pino, stdTimeFunctions } from 'pino';
import type { LogFormat, LogLevel } from './log-settings.ts';
import type { Logger } from './ports.ts';

/** The format of the log, and the texts that it removes. */
export interface LogOptions {
  readonly level: LogLevel;
  readonly format: LogFormat;
  /** Texts that must never be written, such as the token. Empty ones are ignored. */
  readonly secrets: readonly string[];
  /** Where lines go. The default is standard error, so that standard output holds only the output of `--json`. */
  readonly destination?: NodeJS.WritableStream;
  /** Whether the pretty format has colours; by default on a terminal. */
  readonly hasColors?: boolean;
}

/**
 * Makes the log. Secrets are removed from the finished line, because pino's `redact` works on field names and does not
 * look into messages and stacks, where tokens appear.
 */
export async function createLog(options: LogOptions): Promise<Logger> {
  const destination = options.destination ?? process.stderr;
  const logger = pino(
    {
      level: options.level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: scrubber(options.secrets) },
    },
    options.format === 'pretty'
      ? await prettyStream(destination, options.hasColors)
      : (destination as DestinationStream),
  );
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}

function scrubber(secrets: readonly string[]): (line: string) => string {
  const texts = secrets.filter((secret) => secret !== '');
  return (line) => texts.reduce((scrubbed, secret) => scrubbed.replaceAll(secret, '[secret]'), line);
}

/** The stream of the pretty format. It is loaded on use, which saves 10 MB on a server that logs JSON. */
async function prettyStream(destination: NodeJS.WritableStream, hasColors?: boolean) {
  const { default: pretty } = await import('pino-pretty');
  const isTerminal = 'isTTY' in destination && destination.isTTY === true;
  const colorize = hasColors ?? isTerminal;
  return pretty({ destination, colorize, translateTime: 'SYS:HH:MM:ss', ignore: 'event', sync: true });
}

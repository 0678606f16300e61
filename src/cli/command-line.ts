import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearest } from '../topics/language/nearest.ts';
import { UsageError } from './command.ts';

/**
 * The options and operands of a command line.
 * @throws UsageError, which names the nearest option if one is unknown
 */
export function readCommandLine<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError(explain(error, Object.keys(options)));
  }
}

/** Explains with Node's message, except for unknown options, where Node's advice is about file names. */
function explain(error: unknown, known: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const [sentence, name] = /^Unknown option '-*(.*?)'\./.exec(message) ?? [];
  if (sentence === undefined || name === undefined) return message;
  const meant = nearest(name, known);
  return meant === null ? sentence : `${sentence} Did you mean --${meant}?`;
}

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearest } from '../topics/language/nearest.ts';
import { UsageError } from './command.ts';

/**
 * The options and operands of a command line.
 * @throws UsageError, with the nearest option where one is unknown
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

/** In Node's words, but for unknown options: there it advises how to name a file that begins with a dash. */
function explain(error: unknown, known: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const [sentence, name] = /^Unknown option '-*(.*?)'\./.exec(message) ?? [];
  if (sentence === undefined || name === undefined) return message;
  const meant = nearest(name, known);
  return meant === null ? sentence : `${sentence} Did you mean --${meant}?`;
}

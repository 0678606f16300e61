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
    throw new UsageError(explain(error, args, Object.keys(options)));
  }
}

/** Explains with Node's message, except for unknown options and missing values, where Node's advice is of no use. */
function explain(error: unknown, args: readonly string[], known: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, valued, how] =
    /^Option '(?:-\w, )?(--[\w-]+)(?: <value>)?' argument (missing|is ambiguous)/.exec(message) ?? [];
  if (how === 'missing') return `${valued} needs a value after it.`;
  if (how !== undefined) return `${valued} needs a value after it. If the value begins with a dash, write ${valued}=-…`;
  const option = /^Unknown option '(.*?)'\./.exec(message)?.[1];
  if (option === undefined) return message;
  const typed = asTyped(option, args);
  const meant = nearest(typed.replace(/^-+/, ''), known);
  return `Unknown option '${typed}'.${meant === null ? '' : ` Did you mean --${meant}?`}`;
}

/** An unknown option as it was typed, without its value. Node reads `-json` as several options and reports `-j`. */
function asTyped(option: string, args: readonly string[]): string {
  const names = args.filter((argument) => argument.startsWith('-')).map((argument) => argument.replace(/=.*$/s, ''));
  return (
    names.find((name) => name === option) ??
    names.find((name) => isCluster(name) && name.includes(option.slice(1))) ??
    option
  );
}

/** Whether an argument is a dash and several letters. */
const isCluster = (name: string): boolean => /^-[^-]./.test(name);

import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** Only the owner may read the file, because it has the token. */
const ownerOnly = 0o600;

/** The settings of a file such as `.env`; none if there is no file. */
export const readEnvFile = (path: string): NodeJS.Dict<string> =>
  existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};

/**
 * Sets values in a file such as `.env`. All other lines stay as they are. A value replaces the line that sets it, or is
 * added at the end. The file is replaced in one step, so that a crash leaves the old one.
 */
export function changeEnvFile(path: string, values: Readonly<Record<string, string>>): void {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const partial = `${path}.new`;
  writeFileSync(partial, changedText(text, values), { mode: ownerOnly });
  chmodSync(partial, ownerOnly); // The mode of a file that was there already does not change by writing.
  renameSync(partial, path);
}

function changedText(text: string, values: Readonly<Record<string, string>>): string {
  const isSet = (line: string, name: string) => new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`).test(line);
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  for (const [name, value] of Object.entries(values)) {
    const place = lines.findLastIndex((line) => isSet(line, name));
    const line = `${name}=${quoted(value)}`;
    if (place < 0) lines.push(line);
    else lines[place] = line;
  }
  return `${lines.join('\n')}\n`;
}

/** A value with signs that mean something in the file stands in single quotes, within which nothing does. */
const quoted = (value: string): string => (/^[\w.@:/+-]*$/.test(value) ? value : `'${value}'`);

import { SourceError } from './source.ts';
import { decodeText } from './text-bytes.ts';

/** Larger damaged answers are not repaired, because that would hold the event loop. Real ones have less than 1 MB. */
const mostRepairedBytes = 2_000_000;

/**
 * The JSON of an answer. One unlawful character costs only itself.
 * @param name names the source in the message: `bioRxiv`
 * @throws SourceError `malformed`, also for an answer without a body, which services in trouble send
 */
export function readJson(body: Buffer, name: string): unknown {
  if (body.length === 0) throw new SourceError('malformed', `${name} sent an empty answer`);
  const text = decodeText(body);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const repaired = body.length > mostRepairedBytes ? null : parse(repairJson(text));
    if (repaired !== null) return repaired.value;
    throw new SourceError('malformed', `${name} sent an answer that is not JSON`, { cause });
  }
}

function parse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** A string, a word that some programs write for a missing number, or a comma after the last value. */
const stringOrWord = /"(?:[^"\\]|\\[\s\S])*"|-?\b(?:NaN|Infinity)\b|\bundefined\b|,(?=\s*[}\]])/g;
/** A backslash with what it escapes, or an unlawful character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const escapeOrControl = /\\(?:u[\da-fA-F]{4}|["\\/bfnrt])|\\|[\0-\x1f]/g;

/** Repairs byte order marks, control characters and unlawful escapes in strings, words that JSON lacks, and last commas. */
const repairJson = (text: string): string =>
  text.replace(/^[\s\ufeff\0]+|\0+\s*$/g, '').replace(stringOrWord, (found) => {
    if (found.startsWith('"')) return found.replace(escapeOrControl, lawful);
    return found === ',' ? '' : 'null';
  });

function lawful(found: string): string {
  if (found === '\\') return '\\\\';
  return found.length > 1 ? found : JSON.stringify(found).slice(1, -1);
}

import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { cleanTexText } from '../../src/papers/text.ts';
import { tokenize } from '../../src/topics/words/tokens.ts';

/** The words of a paper as stems, in order. */
export interface CorpusPaper {
  /** The day when the paper was first seen, as ISO; it orders the corpus. */
  readonly date: string;
  /** Its first category; empty if it states none. */
  readonly category: string;
  readonly title: readonly string[];
  readonly abstract: readonly string[];
}

/**
 * The papers of a file with a JSON object in each line, as it is or packed by gzip.
 * @throws Error, which names the file that cannot be read, or the line that is not a paper
 */
export async function* readCorpus(file: string): AsyncGenerator<CorpusPaper> {
  let number = 0;
  for await (const line of readLines(file)) {
    number += 1;
    if (line.trim() === '') continue;
    const paper = paperOf(line);
    if (paper === null) {
      throw new Error(`Line ${number} of ${file} is not a paper with title and abstract. Correct or remove that line.`);
    }
    yield paper;
  }
}

/** @throws Error if the file cannot be read, or its end is missing */
async function* readLines(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file);
  // What goes wrong is thrown where the chunks are read.
  const text = file.endsWith('.gz') ? pipeline(bytes, createGunzip(), () => {}) : bytes;
  text.setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of text) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be read: ${why}. Get the file again.`, { cause: error });
  }
  yield rest;
}

function paperOf(line: string): CorpusPaper | null {
  const value = parsed(line);
  if (typeof value !== 'object' || value === null || !('title' in value) || !('abstract' in value)) return null;
  const { date, first_seen: seen, categories } = value as Record<string, unknown>;
  const [category] = Array.isArray(categories) ? categories : [];
  return {
    category: String(category ?? ''),
    date: String(date ?? seen ?? ''),
    title: stemsOf(String(value.title)),
    abstract: stemsOf(String(value.abstract)),
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The stems of a text, as the bot reads it. */
const stemsOf = (text: string): readonly string[] => tokenize(cleanTexText(text)).map(({ stem }) => stem);

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
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
 * @throws Error, which names the file and the line that is not a paper
 */
export async function* readCorpus(file: string): AsyncGenerator<CorpusPaper> {
  const bytes = createReadStream(file);
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line === '') continue;
    const paper = paperOf(line);
    if (paper === null) {
      throw new Error(`Line ${number} of ${file} is not a paper with title and abstract. Correct or remove that line.`);
    }
    yield paper;
  }
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

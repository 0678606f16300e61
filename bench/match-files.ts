import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import type { Random } from '../src/ports.ts';

/** Writes topics to a file, one per line. */
export function writeTopics(path: string, topics: Iterable<string>, amount: number): void {
  const file = openSync(path, 'w');
  let lines: string[] = [];
  let written = 0;
  for (const topic of topics) {
    lines.push(topic);
    written += 1;
    if (lines.length < 10_000 && written < amount) continue;
    writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
    if (written === amount) break;
  }
  closeSync(file);
}

/** The first `amount` topics of a file. */
export const readTopics = (path: string, amount: number): readonly string[] =>
  readFileSync(path, 'utf8')
    .split('\n', amount)
    // A copy, since a part of the file's text would keep all of it in memory.
    .map((line) => Buffer.from(line).toString());

/**
 * Writes the topics that this many subscriptions share, few of them popular, and returns how many topics there are.
 */
export function shareOut(from: string, to: string, subscriptions: number, random: Random): number {
  const topics = readFileSync(from, 'utf8').trimEnd().split('\n');
  const followed = new Set<number>();
  // Log-uniform: the first topic is followed as often as all topics of the second half together.
  for (let count = 0; count < subscriptions; count++) followed.add(Math.floor(topics.length ** random()) - 1);
  writeTopics(
    to,
    [...followed].map((at) => topics[at] ?? ''),
    followed.size,
  );
  return followed.size;
}

/** Writes which papers match each topic, a line for each topic: the numbers of its papers, ascending. */
export const writeHits = (path: string, hits: readonly (readonly number[])[]): void =>
  writeFileSync(path, `${hits.map((papers) => papers.join(',')).join('\n')}\n`);

export const readHits = (path: string): readonly (readonly number[])[] =>
  readFileSync(path, 'utf8')
    .slice(0, -1)
    .split('\n')
    .map((line) => (line === '' ? [] : line.split(',').map(Number)));

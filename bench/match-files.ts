import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Random } from '../src/ports.ts';

/** Writes topics to a file, a line each. */
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

/** The first so many topics of a file. */
export const readTopics = (path: string, amount: number): readonly string[] =>
  readFileSync(path, 'utf8')
    .split('\n', amount)
    // Each a text of its own: parts of the file's text would keep all of it.
    .map((line) => Buffer.from(line).toString());

/** Writes the topics of one file that so many subscriptions share, few of them popular; tells how many there are. */
export function shareOut(from: string, to: string, subscriptions: number, random: Random): number {
  const topics = readFileSync(from, 'utf8').trimEnd().split('\n');
  const followed = new Set<number>();
  // Log-uniform: the first topic is followed as often as all of the second half together.
  for (let count = 0; count < subscriptions; count++) followed.add(Math.floor(topics.length ** random()) - 1);
  writeTopics(
    to,
    [...followed].map((at) => topics[at] ?? ''),
    followed.size,
  );
  return followed.size;
}

import { readFileSync } from 'node:fs';
import { memoByKey } from '../../memo.ts';

/** Topics repeat a few thousand words. */
const rememberedAtMost = 10_000;

let loaded: string | undefined;

/**
 * The table of rare words that is shipped: a stem and its rarity in each line, ascending, after lines of comments. It is
 * read when a topic is first weighed, and searched as a text, because maps of all words would take ten times the memory.
 */
function rarityTable(): string {
  loaded ??= readFileSync(new URL('word-rarity.tsv', import.meta.url), 'latin1');
  return loaded;
}

/**
 * How rare a stem is: the natural logarithm of the number of papers for each one that has it, from 0 for a word of every
 * paper to some 10. Words that the table does not list are the rarest.
 */
export const rarityOf = memoByKey(rememberedAtMost, (stem: string): number => {
  const table = rarityTable();
  return rarityIn(table, stem) ?? rarityIn(table, '') ?? 0;
});

/** The rarity of a listed stem, by binary search over the lines. */
function rarityIn(table: string, stem: string): number | undefined {
  let [low, high] = [0, table.length];
  while (low < high) {
    const start = table.lastIndexOf('\n', (low + high) >>> 1) + 1;
    const end = table.indexOf('\n', start);
    const [listed = '', rarity] = table.slice(start, end).split('\t');
    if (listed === stem && rarity !== undefined) return Number(rarity);
    if (table.startsWith('#', start) || listed < stem) low = end + 1;
    else high = start;
  }
  return undefined;
}

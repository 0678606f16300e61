import { rarityOf } from '../words/rarity-table.ts';
import type { Token } from '../words/tokens.ts';
import type { PaperText } from './paper-text.ts';

/** More frequent words say little about what two papers have in common. */
const leastRarity = 3;

/**
 * The most telling words that two papers share, in any form, at most `limit`, as the second one writes them. A word is
 * telling if it is rare, and if both use it often or in their titles. Numbers tell nothing.
 */
export function commonWords(one: PaperText, other: PaperText, limit: number): readonly string[] {
  const [weights, others] = [weighStems(one), weighStems(other)];
  const shared = [...others.keys()].filter(
    (stem) => weights.has(stem) && isWord(stem) && rarityOf(stem) >= leastRarity,
  );
  const tellingOf = (stem: string): number => Math.min(weights.get(stem) ?? 0, others.get(stem) ?? 0) * rarityOf(stem);
  const best = shared.map((stem) => ({ stem, telling: tellingOf(stem) })).sort((a, b) => b.telling - a.telling);
  return best.slice(0, limit).map(({ stem }) => writtenAs(stem, other));
}

const isWord = (stem: string): boolean => /\p{L}/u.test(stem);

/** How many times a title counts. */
const titleWeight = 3;

/** How much a paper uses each stem. */
function weighStems({ title, abstract }: PaperText): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (tokens: readonly Token[], weight: number) => {
    for (const { stem } of tokens) counts.set(stem, (counts.get(stem) ?? 0) + weight);
  };
  add(title.tokens, titleWeight);
  add(abstract.tokens, 1);
  return new Map([...counts].map(([stem, count]) => [stem, 1 + Math.log(count)]));
}

/** The word as the abstract has it, or else the title: words in a sentence have the usual case. */
function writtenAs(stem: string, { paper, title, abstract }: PaperText): string {
  const inAbstract = abstract.tokens.find((token) => token.stem === stem);
  if (inAbstract !== undefined) return paper.abstract.slice(inAbstract.start, inAbstract.end);
  const inTitle = title.tokens.find((token) => token.stem === stem);
  return inTitle === undefined ? stem : paper.title.slice(inTitle.start, inTitle.end);
}

import type { Paper } from '../../papers/paper.ts';
import { categoryKeys, factsOf } from '../facts.ts';
import { type Key, key } from '../paper-keys.ts';
import { nameParts, spellName } from '../paper-text.ts';

/** Everything that a paper is filed under beside its words: authors, categories, facts. */
export type ReadLabels = (paper: Paper) => readonly Key[];

const rememberedAtMost = 1 << 15;

/** Papers share their authors' first names and their categories, which are looked at once each. */
export function createLabelReader(): ReadLabels {
  const ofName = remembering((part) => [...new Set(spellName(nameParts(part)).flat())].map(key.author));
  const ofCategory = remembering((category) => categoryKeys(category).map(key.category));
  return ({ authors, categories, ...paper }) => {
    const labels: Key[] = [...factsOf({ authors, categories, ...paper })];
    // No hyphen ties what stands on both sides of a blank.
    for (const author of authors) for (const part of author.split(' ')) labels.push(...ofName(part));
    for (const category of categories) labels.push(...ofCategory(category));
    labels.push(...keysOfUpvotes(paper.extras.upvotes));
    return labels;
  };
}

function keysOfUpvotes(upvotes: number | null): readonly Key[] {
  if (upvotes === null) return [];
  const keys = [key.upvotes(0)];
  for (let least = 1; least <= upvotes; least *= 2) keys.push(key.upvotes(least));
  return keys;
}

function remembering(read: (text: string) => readonly Key[]): (text: string) => readonly Key[] {
  const known = new Map<string, readonly Key[]>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    if (known.size >= rememberedAtMost) known.clear();
    const keys = read(text);
    known.set(text, keys);
    return keys;
  };
}

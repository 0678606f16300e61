import type { NameKey } from '../names/name-keys.ts';

/**
 * Something a paper has besides its words, as one text: a kind, a colon and a value in the form in which it is compared.
 * Facts (`factsOf`) are attributes as they stand.
 */
export type Attribute = string;

export const attribute = {
  /** An author who is found under this key. */
  author: (key: NameKey): Attribute => `author:${key}`,
  /** Every paper has it. Its text is short, so that a topic that requires anything else is filed under that. */
  paper: '*',
  category: (categoryKey: string): Attribute => `cat:${categoryKey}`,
  /** A number of upvotes or more, rounded down to 0 or a power of two. A paper has one for each power up to its count. */
  upvotes: (least: number): Attribute => `upvotes:${least < 1 ? 0 : 2 ** Math.floor(Math.log2(least))}`,
} as const;

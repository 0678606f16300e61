import type { TextField } from '../topic.ts';
import { isJoinable, joinKey } from '../words/compounds.ts';
import type { FieldText, PaperText } from './paper-text.ts';

/**
 * Under what a paper can be filed: a kind, a colon, and a value in the form in which it is compared. Facts are keys as
 * they are.
 */
export type Key = string;

/** Keys of which a paper that matches has at least one. */
export type Slot = readonly Key[];

/** The first so many characters of a word are a key for prefixes, which have as many or more. */
export const shortestPrefix = 3;

/** Words of title and abstract share their keys; comments have their own. */
const kindIn = (field: TextField, kind: string): string => (field === 'comment' ? `comment-${kind}` : kind);

export const key = {
  /** A word with that stem. */
  stem: (field: TextField, stem: string): Key => `${kindIn(field, 'word')}:${stem}`,
  /** Two words that a solid word may stand for, by their `joinKey`. */
  pair: (field: TextField, joined: string): Key => `${kindIn(field, 'pair')}:${joined}`,
  /** A word that begins with the first characters of this one. */
  start: (field: TextField, word: string): Key => `${kindIn(field, 'start')}:${word.slice(0, shortestPrefix)}`,
  /** An author with that part of a name, an initial not standing for it. */
  author: (name: string): Key => `author:${name}`,
  category: (categoryKey: string): Key => `cat:${categoryKey}`,
  /** So many upvotes or more; papers have those of 0 and of the powers of two up to their count. */
  upvotes: (least: number): Key => `upvotes:${least < 1 ? 0 : 2 ** Math.floor(Math.log2(least))}`,
} as const;

/** Every key that the paper is filed under: a paper that matches a topic has one of each of its `requiredSlots`. */
export function keysOf(text: PaperText): ReadonlySet<Key> {
  const keys = new Set<Key>(text.facts);
  addTextKeys(keys, 'title', text.title);
  addTextKeys(keys, 'abstract', text.abstract);
  addTextKeys(keys, 'comment', text.comment);
  for (const { spellings } of text.authors) for (const name of spellings.flat()) keys.add(key.author(name));
  for (const category of text.categories) for (const name of category.keys) keys.add(key.category(name));
  addUpvotes(keys, text.paper.extras.upvotes);
  return keys;
}

function addTextKeys(keys: Set<Key>, field: TextField, { tokens }: FieldText): void {
  for (const [index, token] of tokens.entries()) {
    keys.add(key.stem(field, token.stem));
    if (token.text.length >= shortestPrefix) keys.add(key.start(field, token.text));
    const before = tokens[index - 1];
    if (before !== undefined && isJoinable(before, token)) keys.add(key.pair(field, joinKey(before, token)));
  }
}

function addUpvotes(keys: Set<Key>, upvotes: number | null): void {
  if (upvotes === null) return;
  keys.add(key.upvotes(0));
  for (let least = 1; least <= upvotes; least *= 2) keys.add(key.upvotes(least));
}

import { newStemmer } from 'snowball-stemmers';
import { stemmer as porter } from 'stemmer';
import { memoByKey } from '../../src/memo.ts';

/** A way to make words equal: two words are one if their stems are. */
export interface Stemmer {
  readonly name: string;
  stem(word: string): string;
}

const remembered = 200_000;
const english = newStemmer('english');

/** What the topic language is compared with. */
export const comparedStemmers: readonly Stemmer[] = [
  { name: 'Porter', stem: memoByKey(remembered, porter) },
  { name: 'Snowball English', stem: memoByKey(remembered, (word: string) => english.stem(word)) },
  { name: 'no stemming', stem: (word) => word },
];

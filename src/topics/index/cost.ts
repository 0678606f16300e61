import { type Key, key as paperKey } from '../matching/paper-keys.ts';
import { stemWord } from '../words/stem.ts';
import type { Frequencies } from './frequencies.ts';
import { fieldBits, fieldMask, fieldNumbers, type TermDictionary, type TermKind } from './term-dictionary.ts';

/** About one in eight of the papers that have a word have it in the title. */
const inTitle = 8;

/** What a key costs: the share of papers that have it. */
export function createCost(lexicon: TermDictionary, { papers, counts }: Frequencies): (key: number) => number {
  return (key) => {
    const term = key >>> fieldBits;
    const field = key & fieldMask;
    if (papers === 0 || field === fieldNumbers.comment) return 1 / lexicon.textOf(term).length;
    const count = counts.get(sampledKey(lexicon.kindOf(term), lexicon.textOf(term))) ?? 0;
    // What the sample does not have is rare, and of two such words the longer one is the rarer.
    const share = (count + 1 / lexicon.textOf(term).length) / papers;
    return field === fieldNumbers.title ? share / inTitle : share;
  };
}

function sampledKey(kind: TermKind, text: string): Key {
  if (kind === 'label') return text;
  if (kind === 'prefix') return paperKey.start('any', text);
  return paperKey.stem('any', kind === 'stem' ? text : stemWord(text));
}

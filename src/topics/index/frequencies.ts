import type { Paper } from '../../papers/paper.ts';
import { type Key, key } from '../matching/paper-keys.ts';
import { attributeTermsOf } from './attribute-terms.ts';
import { createTextScanner, createWordStream } from './text-scanner.ts';
import { createVocabulary } from './vocabulary.ts';

/** How many of some papers have a key; words of title and abstract count alike. What only one of them has is left out. */
export interface Frequencies {
  readonly papers: number;
  readonly counts: ReadonlyMap<Key, number>;
}

/**
 * Counts in a sample; some 3,000 papers will do. Yields after every few papers, so that whoever iterates can let others
 * work in between.
 */
export function* sampleFrequencies(papers: readonly Paper[]): Generator<void, Frequencies> {
  const vocabulary = createVocabulary();
  const scanner = createTextScanner(vocabulary.formOf);
  const words = createWordStream();
  const counts = new Map<Key, number>();
  const count = (each: Key) => counts.set(each, (counts.get(each) ?? 0) + 1);
  for (const [index, paper] of papers.entries()) {
    words.end = 0;
    scanner.scan(paper.title, words);
    scanner.scan(paper.abstract, words);
    const forms = words.forms.subarray(0, words.end);
    const stems = new Set(Array.from(forms, (form) => vocabulary.stemOfForm[form] ?? 0));
    for (const stem of stems) count(key.stem('any', vocabulary.stems.textOf(stem)));
    for (const label of new Set(attributeTermsOf(paper))) count(label);
    if (index % papersAtATime === papersAtATime - 1) yield;
  }
  for (const [each, papersWithIt] of counts) if (papersWithIt === 1) counts.delete(each);
  return { papers: papers.length, counts };
}

const papersAtATime = 32;

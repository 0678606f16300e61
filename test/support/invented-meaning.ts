import type { CorpusPaper } from '../../tools/meaning/corpus.ts';
import { seededRandom } from '../../tools/random.ts';

/** Fields with words of their own; `study`, `result` and `method` stand in all. */
export const inventedFields = {
  stars: ['galaxy', 'telescope', 'redshift', 'supernova', 'quasar', 'cosmology', 'stellar', 'dust'],
  cells: ['protein', 'genome', 'enzyme', 'membrane', 'bacteria', 'folding', 'ligand', 'tissue'],
  proofs: ['theorem', 'lemma', 'manifold', 'algebra', 'conjecture', 'cohomology', 'prime', 'lattice'],
} as const;
/** Further fields, so that two papers of a batch are seldom of one. */
const furtherFields = Array.from({ length: 21 }, (_, field) =>
  Array.from({ length: 8 }, (_word, word) => `field${field}word${word}`),
);
const common = ['study', 'result', 'method', 'the', 'of', 'we'];

/** Papers whose titles and abstracts are of one field each. The same number of papers is always the same. */
export function inventPapers(amount: number): CorpusPaper[] {
  const random = seededRandom(7);
  const fields = [...Object.values(inventedFields), ...furtherFields];
  const draw = (words: readonly string[], length: number): string[] =>
    Array.from({ length }, () => words[Math.floor(random() * words.length)] ?? '');
  return Array.from({ length: amount }, (_, number) => {
    const words = fields[number % fields.length] ?? [];
    const date = `2025-01-${String(1 + Math.floor((30 * number) / amount)).padStart(2, '0')}`;
    return {
      date,
      category: 'invented',
      title: [...draw(words, 3), ...draw(common, 2)],
      abstract: draw([...words, ...common], 24),
    };
  });
}

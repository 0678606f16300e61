import type { Paper } from '../papers/paper.ts';
import { categoryKeys, factsOf } from './facts.ts';
import { isJoinable, joinKey } from './spellings.ts';
import { comparedText, cutWords, type Token, tokenize } from './tokens.ts';
import type { NamePart } from './topic.ts';

/** A paper cut into words, once, for all the topics it is held against. */
export interface PaperText {
  /** What it was read from. */
  readonly paper: Paper;
  readonly title: FieldText;
  readonly abstract: FieldText;
  readonly comment: FieldText;
  readonly authors: readonly AuthorText[];
  readonly categories: readonly CategoryText[];
  /** What else is known of it, see `factsOf`. */
  readonly facts: ReadonlySet<string>;
}

export interface FieldText {
  readonly tokens: readonly Token[];
  /** By stem: the indices of its tokens, ascending. */
  readonly indicesByStem: ReadonlyMap<string, readonly number[]>;
  /** By `joinKey`: the indices of tokens that a solid word may stand for together with the next one, ascending. */
  readonly indicesOfPairs: ReadonlyMap<string, readonly number[]>;
}

interface AuthorText {
  /** As the paper gives it. */
  readonly name: string;
  /** The folded words of the name, not stemmed, in each of its spellings: `xiao ming wang`, `xiaoming wang`. */
  readonly spellings: readonly (readonly string[])[];
}

interface CategoryText {
  /** As the paper gives it: `cs.LG`. */
  readonly category: string;
  /** What it answers to, see `categoryKeys`. */
  readonly keys: ReadonlySet<string>;
}

export const readPaper = (paper: Paper): PaperText => ({
  paper,
  title: readField(paper.title),
  abstract: readField(paper.abstract),
  comment: readField(paper.comment ?? ''),
  authors: paper.authors.map((name) => ({ name, spellings: spellName(nameParts(name)) })),
  categories: paper.categories.map((category) => ({ category, keys: new Set(categoryKeys(category)) })),
  facts: new Set(factsOf(paper)),
});

function readField(text: string): FieldText {
  const tokens = tokenize(text);
  const indicesByStem = new Map<string, number[]>();
  for (const [index, { stem }] of tokens.entries()) file(indicesByStem, stem, index);
  // Filed when first asked for: most topics have no word that may be two, or find the word itself.
  let pairs: ReadonlyMap<string, readonly number[]> | undefined;
  return {
    tokens,
    indicesByStem,
    get indicesOfPairs() {
      pairs ??= pairsOf(tokens);
      return pairs;
    },
  };
}

function pairsOf(tokens: readonly Token[]): ReadonlyMap<string, readonly number[]> {
  const indices = new Map<string, number[]>();
  for (const [index, second] of tokens.entries()) {
    const first = tokens[index - 1];
    if (first !== undefined && isJoinable(first, second)) file(indices, joinKey(first, second), index - 1);
  }
  return indices;
}

function file(indices: Map<string, number[]>, key: string, index: number): void {
  const filed = indices.get(key);
  if (filed === undefined) indices.set(key, [index]);
  else filed.push(index);
}

export const nameParts = (name: string): readonly NamePart[] =>
  // Names are not stemmed.
  cutWords(name).map(({ surface, gap }, index) => ({
    text: comparedText(surface),
    isTied: index > 0 && gap === 'hyphen',
  }));

/** The parts of a name as they stand, and, where hyphens tie two, these as one as well: Xiao-Ming is Xiaoming. */
export function spellName(parts: readonly NamePart[]): readonly (readonly string[])[] {
  const apart = parts.map(({ text }) => text);
  if (!parts.some(({ isTied }) => isTied)) return [apart];
  const solid = parts.flatMap(({ text, isTied }, index) => {
    const isSecond = isTied && !isTiedAt(parts, index - 1) && !isTiedAt(parts, index + 1);
    const isFirst = !isTied && isTiedAt(parts, index + 1) && !isTiedAt(parts, index + 2);
    if (isFirst) return [text + (parts[index + 1]?.text ?? '')];
    return isSecond ? [] : [text];
  });
  return [apart, solid];
}

const isTiedAt = (parts: readonly NamePart[], index: number): boolean => parts[index]?.isTied === true;

import { type Clause, type Phrase, type Slot, spellingsOf } from './clause.ts';

/**
 * What has to hold of a paper, as numbers: instructions one after another, each of which has to hold.
 *
 * - `key × 2`: the paper has the key; `key × 2 + 1`: it has not
 * - below 0: `−(length × 8 + operation)` with its arguments behind it; the length counts all of it
 */
export interface CompiledQuery {
  readonly instructions: readonly number[];
  /** Whether the first instruction is a phrase that cannot be there without a key of the slot: no other paper counts. */
  readonly isLedByPhrase: boolean;
}

/**
 * `phrase` has its keys behind it. `spelled` has its keys, and then for each but the last the key of the solid word that
 * may stand for it and the next, or 0. `author` has for each name its key and that of its initial, or 0. `term` has the
 * number of a term; the others have instructions.
 */
export const operation = { phrase: 1, spelled: 2, author: 3, all: 4, any: 5, not: 6, term: 7 } as const;

export const lengthOf = (instruction: number): number => (instruction >= 0 ? 1 : -instruction >> 3);
export const operationOf = (instruction: number): number => -instruction & 7;

/** The code for papers that have a key of the slot; empty where that says it all. */
export function encodeBeyond(slot: Slot, clause: Clause): CompiledQuery {
  const left = flattened(clause).filter((part) => !isSaidBy(part, slot));
  const phrase = left.find((part) => part.kind === 'phrase' && isSlotOf(part, slot));
  const sorted = phrase === undefined ? left : [phrase, ...left.filter((part) => part !== phrase)];
  return { instructions: sorted.flatMap(instructionsOf), isLedByPhrase: phrase !== undefined };
}

const flattened = (clause: Clause): readonly Clause[] =>
  clause.kind === 'all' ? clause.clauses.flatMap(flattened) : [clause];

/** Whether each spelling of one of the phrase's words is a key of the slot. */
const isSlotOf = (phrase: Phrase, slot: Slot): boolean =>
  phrase.keys.some((_, word) => spellingsOf(phrase, word).every((key) => key === 0 || slot.keys.includes(key)));

/** Whether a paper that has a key of the slot meets the clause, whichever key it is. */
function isSaidBy(clause: Clause, { keys }: Slot): boolean {
  if (clause.kind === 'key') return keys.length === 1 && keys[0] === clause.key;
  if (clause.kind !== 'any') return false;
  const alternatives = clause.clauses.map((part) => (part.kind === 'key' ? part.key : null));
  return keys.every((key) => alternatives.includes(key));
}

function instructionsOf(clause: Clause): readonly number[] {
  switch (clause.kind) {
    case 'key':
      return [clause.key * 2];
    case 'phrase':
      if (clause.solids.length === 0) return instruction('phrase', clause.keys);
      return instruction('spelled', [...clause.keys, ...clause.solids]);
    case 'author':
      return instruction('author', clause.names.flat());
    case 'term':
      return instruction('term', [clause.term]);
    case 'not':
      if (clause.clause.kind === 'key') return [clause.clause.key * 2 + 1];
      return instruction('not', instructionsOf(clause.clause));
    default:
      return instruction(clause.kind, clause.clauses.flatMap(instructionsOf));
  }
}

const instruction = (name: keyof typeof operation, rest: readonly number[]): readonly number[] => [
  -((rest.length + 1) * 8 + operation[name]),
  ...rest,
];

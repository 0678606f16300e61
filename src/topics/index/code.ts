import type { Clause, Slot } from './clause.ts';

/**
 * What has to hold of a paper, as numbers: instructions one after another, each of which has to hold.
 *
 * - `key × 2`: the paper has the key; `key × 2 + 1`: it has not
 * - below 0: `−(length × 8 + operation)` with its arguments behind it; the length counts all of it
 */
export interface Code {
  readonly instructions: readonly number[];
  /** The place of the slot's key in the phrase that is the first instruction, or −1 where there is no such phrase. */
  readonly anchor: number;
}

/**
 * `phrase` has its keys behind it. `spelled` has its keys, and then for each but the last the key of the solid word that
 * may stand for it and the next, or 0. `term` has the number of a term; the others have instructions.
 */
export const operation = { phrase: 1, spelled: 2, all: 3, any: 4, not: 5, term: 6 } as const;

export const lengthOf = (instruction: number): number => (instruction >= 0 ? 1 : -instruction >> 3);
export const operationOf = (instruction: number): number => -instruction & 7;

/** The code for papers that have a key of the slot; empty where that says it all. */
export function encodeBeyond(slot: Slot, clause: Clause): Code {
  const left = flattened(clause).filter((part) => !isSaidBy(part, slot));
  const key = slot.keys.length === 1 ? slot.keys[0] : undefined;
  const anchored = left.filter(isPlainPhrase).find(({ keys }) => key !== undefined && keys.includes(key));
  const sorted = anchored === undefined ? left : [anchored, ...left.filter((part) => part !== anchored)];
  return {
    instructions: sorted.flatMap((part) => instructionsOf(part)),
    anchor: anchored === undefined || key === undefined ? -1 : anchored.keys.indexOf(key),
  };
}

const flattened = (clause: Clause): readonly Clause[] =>
  clause.kind === 'all' ? clause.clauses.flatMap(flattened) : [clause];

/** Whether the clause is a phrase that no solid word can be a part of. */
const isPlainPhrase = (clause: Clause): clause is Extract<Clause, { readonly kind: 'phrase' }> =>
  clause.kind === 'phrase' && clause.solids.length === 0;

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

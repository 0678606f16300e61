import type { Clause, Slot, Solid } from './clause.ts';

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
 * `phrase` has its keys behind it. `spelled` has how many keys, the keys, and for each but the last the stem of the solid
 * word that may stand for it and the next, or 0. `solid` has a stem and a field; `term` the number of a term; the others
 * have instructions.
 */
export const operation = { phrase: 1, spelled: 2, solid: 3, all: 4, any: 5, not: 6, term: 7 } as const;

export const lengthOf = (instruction: number): number => (instruction >= 0 ? 1 : -instruction >> 3);
export const operationOf = (instruction: number): number => -instruction & 7;

/** The code for papers that have a key of the slot; empty where that says it all. The clause has no solid words. */
export function encodeBeyond(slot: Slot, clause: Clause): Code {
  const left = flattened(clause).filter((part) => !isSaidBy(part, slot));
  const key = slot.keys.length === 1 ? slot.keys[0] : undefined;
  const anchored = left.find((part) => part.kind === 'phrase' && key !== undefined && part.keys.includes(key));
  const sorted = anchored === undefined ? left : [anchored, ...left.filter((part) => part !== anchored)];
  return {
    instructions: sorted.flatMap((part) => instructionsOf(part, noSolids)),
    anchor: anchored?.kind === 'phrase' && key !== undefined ? anchored.keys.indexOf(key) : -1,
  };
}

/** @param numberOf the stem of a solid word and its field, as numbers */
export const encode = (clause: Clause, numberOf: NumberSolid): readonly number[] => instructionsOf(clause, numberOf);

type NumberSolid = (solid: Solid) => readonly [stem: number, field: number];
const noSolids: NumberSolid = () => [0, 0];

const flattened = (clause: Clause): readonly Clause[] =>
  clause.kind === 'all' ? clause.clauses.flatMap(flattened) : [clause];

/** Whether a paper that has a key of the slot meets the clause, whichever key it is. */
function isSaidBy(clause: Clause, { keys }: Slot): boolean {
  if (clause.kind === 'key') return keys.length === 1 && keys[0] === clause.key;
  if (clause.kind !== 'any') return false;
  const alternatives = clause.clauses.map((part) => (part.kind === 'key' ? part.key : null));
  return keys.every((key) => alternatives.includes(key));
}

function instructionsOf(clause: Clause, numberOf: NumberSolid): readonly number[] {
  switch (clause.kind) {
    case 'key':
      return [clause.key * 2];
    case 'solid':
      return instruction('solid', numberOf(clause.solid));
    case 'phrase':
      return phraseOf(clause.keys, clause.solids, numberOf);
    case 'term':
      return instruction('term', [clause.term]);
    case 'not': {
      const { clause: excluded } = clause;
      return excluded.kind === 'key'
        ? [excluded.key * 2 + 1]
        : instruction('not', instructionsOf(excluded, numberOf));
    }
    default:
      return instruction(
        clause.kind,
        clause.clauses.flatMap((part) => instructionsOf(part, numberOf)),
      );
  }
}

function phraseOf(keys: readonly number[], solids: readonly (Solid | null)[], numberOf: NumberSolid): readonly number[] {
  if (solids.length === 0) return instruction('phrase', keys);
  return instruction('spelled', [keys.length, ...keys, ...solids.map((solid) => (solid === null ? 0 : numberOf(solid)[0]))]);
}

const instruction = (name: keyof typeof operation, rest: readonly number[]): readonly number[] => [
  -((rest.length + 1) * 8 + operation[name]),
  ...rest,
];

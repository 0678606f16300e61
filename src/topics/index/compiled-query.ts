import { alternativesOf, type Clause, type Phrase, type Requirement } from './clause.ts';

/**
 * A topic as a flat list of instructions, all of which must hold for a paper.
 *
 * - `fieldTerm × 2`: the paper has the field term; `fieldTerm × 2 + 1`: it does not have it
 * - below 0: `−(length × 8 + operation)`, followed by the operands; the length includes the instruction itself
 */
export interface CompiledQuery {
  readonly instructions: readonly number[];
  /**
   * Whether the first instruction is a phrase that implies the requirement, so that the phrase alone finds all papers.
   */
  readonly isLedByPhrase: boolean;
}

/**
 * The operations with their operands.
 *
 * - `phrase`: the field terms of its words
 * - `phraseWithCompounds`: the field terms of its words, then for each word but the last the compound that may stand
 *   for it and the next one, or 0
 * - `operator`: the number of the term that its operator decides
 * - `about`: the number of the sentence
 * - `all`, `any`, `not`: instructions
 */
export const operation = { phrase: 1, phraseWithCompounds: 2, all: 3, any: 4, not: 5, operator: 6, about: 7 } as const;

export const lengthOf = (instruction: number): number => (instruction >= 0 ? 1 : -instruction >> 3);
export const operationOf = (instruction: number): number => -instruction & 7;

/** Compiles the part of the clause that the requirement does not already imply. Empty where it implies all of it. */
export function compileBeyond(requirement: Requirement, clause: Clause): CompiledQuery {
  // Sentences come last: they take the longest, and every other part can rule papers out before.
  const left = flattened(clause)
    .filter((part) => !isSaidBy(part, requirement))
    .toSorted((one, other) => Number(one.kind === 'about') - Number(other.kind === 'about'));
  const phrase = left.find((part) => part.kind === 'phrase' && isRequired(part, requirement));
  const sorted = phrase === undefined ? left : [phrase, ...left.filter((part) => part !== phrase)];
  return { instructions: sorted.flatMap(instructionsOf), isLedByPhrase: phrase !== undefined };
}

const flattened = (clause: Clause): readonly Clause[] =>
  clause.kind === 'all' ? clause.clauses.flatMap(flattened) : [clause];

/** Whether every field term that can stand for one of the phrase's words is part of the requirement. */
const isRequired = (phrase: Phrase, requirement: Requirement): boolean =>
  phrase.fieldTerms.some((_, word) =>
    alternativesOf(phrase, word).every((fieldTerm) => fieldTerm === 0 || requirement.fieldTerms.includes(fieldTerm)),
  );

/** Whether every paper that meets the requirement meets the clause. */
function isSaidBy(clause: Clause, { fieldTerms }: Requirement): boolean {
  if (clause.kind === 'term') return fieldTerms.length === 1 && fieldTerms[0] === clause.fieldTerm;
  if (clause.kind !== 'any') return false;
  const alternatives = clause.clauses.map((part) => (part.kind === 'term' ? part.fieldTerm : null));
  return fieldTerms.every((fieldTerm) => alternatives.includes(fieldTerm));
}

function instructionsOf(clause: Clause): readonly number[] {
  switch (clause.kind) {
    case 'term':
      return [clause.fieldTerm * 2];
    case 'phrase':
      if (clause.compounds.length === 0) return instruction('phrase', clause.fieldTerms);
      return instruction('phraseWithCompounds', [...clause.fieldTerms, ...clause.compounds]);
    case 'operator':
    case 'about':
      return instruction(clause.kind, [clause.term]);
    case 'not':
      if (clause.clause.kind === 'term') return [clause.clause.fieldTerm * 2 + 1];
      return instruction('not', instructionsOf(clause.clause));
    default:
      return instruction(clause.kind, clause.clauses.flatMap(instructionsOf));
  }
}

const instruction = (name: keyof typeof operation, rest: readonly number[]): readonly number[] => [
  -((rest.length + 1) * 8 + operation[name]),
  ...rest,
];

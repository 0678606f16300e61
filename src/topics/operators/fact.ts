import type { Saying } from '../../language/saying.ts';
import { tokensIn } from '../matching/candidate-terms.ts';
import type { PaperText } from '../matching/paper-text.ts';
import type { AttributeOperator, FactReason, FactTerm, Field, WrittenTerm } from './operator.ts';

/** An operator that asks for facts of the paper and needs all of them; see `factsOf`. */
interface FactOperator<T extends FactTerm> {
  readonly field: Field;
  /** What is written after the field's name. */
  value(term: T): WrittenTerm['value'];
  isWide(term: T): boolean;
  /** One or more. */
  facts(term: T): readonly string[];
  explain(term: T, paper: PaperText): Saying;
  explainMiss(term: T, paper: PaperText): Saying;
}

export const createFactOperator = <T extends FactTerm>(row: FactOperator<T>): AttributeOperator<T> => {
  const holds = (term: T, paper: PaperText): boolean => row.facts(term).every((fact) => paper.facts.has(fact));
  return {
    fields: [row.field],
    write: (term) => ({ field: row.field.names[0] ?? null, value: row.value(term) }),
    isWide: row.isWide,
    holds,
    find: (term, paper) => {
      const reason: FactReason<T> = { term, field: 'facts', fact: row.explain(term, paper) };
      // All such terms have reasons of this type, which the compiler cannot see for a generic term.
      return (holds(term, paper) ? [reason] : []) as unknown as ReturnType<AttributeOperator<T>['find']>;
    },
    explain: (reason) => (reason as FactReason<T>).fact,
    explainMiss: row.explainMiss,
    require: (term) => tokensIn('facts', row.facts(term)),
    attributes: row.facts,
  };
};

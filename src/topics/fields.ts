import { authorOperator } from './author-operator.ts';
import { categoryOperator } from './category-operator.ts';
import type { Field, Operator } from './operator.ts';
import { textOperator } from './text-operator.ts';
import type { Term } from './topic.ts';

/** The registry of what a topic can ask for, by the kind of its terms. */
const operators: { readonly [Kind in Term['kind']]: Operator<Extract<Term, { readonly kind: Kind }>> } = {
  text: textOperator,
  author: authorOperator,
  category: categoryOperator,
};

/** The operator of a term. */
export const operatorOf = <T extends Term>(term: T): Operator<T> =>
  // The registry's type says that each kind has its own operator, which the compiler cannot follow through a lookup.
  operators[term.kind] as unknown as Operator<T>;

/** Every field of the language, in the order in which messages name them. */
export const fields: readonly Field[] = Object.values(operators).flatMap((operator) => operator.fields);

/** The field of that name or alias, in any case, or null. */
export const findField = (name: string): Field | null =>
  fields.find((field) => field.names.includes(name.toLowerCase())) ?? null;

import type { Term } from '../topic.ts';
import { aboutOperator } from './about.ts';
import { announcedOperator, statusOperator } from './announced.ts';
import { authorOperator } from './author.ts';
import { categoryOperator, primaryOperator } from './category.ts';
import { exactOperator } from './exact.ts';
import { hasOperator } from './has.ts';
import { idOperator } from './id.ts';
import { nearOperator } from './near.ts';
import type { Field, OperatorOf } from './operator.ts';
import { organizationOperator } from './organization.ts';
import { prefixOperator } from './prefix.ts';
import { sourceOperator } from './source.ts';
import { textOperator } from './text.ts';
import { upvotesOperator } from './upvotes.ts';

/** The registry of operators, by the kind of their terms. */
const operators: { readonly [Kind in Term['kind']]: OperatorOf<Extract<Term, { readonly kind: Kind }>> } = {
  text: textOperator,
  exact: exactOperator,
  prefix: prefixOperator,
  near: nearOperator,
  about: aboutOperator,
  author: authorOperator,
  category: categoryOperator,
  primary: primaryOperator,
  source: sourceOperator,
  organization: organizationOperator,
  id: idOperator,
  has: hasOperator,
  announced: announcedOperator,
  status: statusOperator,
  upvotes: upvotesOperator,
};

/** The operator of a term. */
export const operatorOf = <T extends Term>(term: T): OperatorOf<T> =>
  // The registry's type gives each kind its own operator, which the compiler cannot follow through a lookup.
  operators[term.kind] as unknown as OperatorOf<T>;

/** Every field of the language, in the order in which messages list them. */
export const fields: readonly Field[] = Object.values(operators).flatMap((operator) => operator.fields);

/** The field with that name or alias, in any case, or null. */
export const findField = (name: string): Field | null =>
  fields.find((field) => field.names.includes(name.toLowerCase())) ?? null;

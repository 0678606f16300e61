import type { Column } from 'drizzle-orm';
import { type SQL, sql } from '../drizzle.ts';

/** A named parameter for each column, with the column's encoding, for prepared statements. */
export const parametersOf = <Name extends string>(columns: Readonly<Record<Name, Column>>): Record<Name, SQL> =>
  Object.fromEntries(
    Object.entries<Column>(columns).map(([name, column]) => [name, sql`${sql.param(sql.placeholder(name), column)}`]),
  ) as Record<Name, SQL>;

import type { Dialect } from './dialect.ts';
import { type SQL, sql } from './drizzle.ts';

/** Stands where the parameter comes. No statement has it. */
const parameter = '\u0000';

/** A placeholder for a JSON list of texts, as the right side of drizzle's `inArray`. */
export function askedTexts({ texts }: Dialect, name: string): SQL {
  const [before = '', after = ''] = texts(parameter).split(parameter);
  return sql`(select asked.value from ${sql.raw(before)}${sql.placeholder(name)}${sql.raw(after)} as asked)`;
}

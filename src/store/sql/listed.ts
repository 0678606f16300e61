import type { Dialect } from './dialect.ts';
import { type SQL, sql } from './drizzle.ts';

/** Stands for the placeholder until drizzle puts it there. SQL has no such text. */
const mark = ':asked:';

/**
 * A list that a placeholder gives as JSON, as a subquery for statements that drizzle builds.
 * @param asTable `dialect.numbers` or `dialect.texts`
 */
export function listed(asTable: Dialect['numbers' | 'texts'], placeholder: string): SQL {
  const [before = '', after = ''] = asTable(mark).split(mark);
  return sql`(select asked.value from ${sql.raw(before)}${sql.placeholder(placeholder)}${sql.raw(after)} as asked)`;
}

import type { PostgresClient } from './postgres-client.ts';

/** The rows of a query outside the verbs of a store. */
export async function rowsOf<Row>(client: PostgresClient, text: string): Promise<readonly Row[]> {
  const { rows } = await client.run({ text });
  return rows as readonly Row[];
}

/** Its first row. */
export async function rowOf<Row>(client: PostgresClient, text: string): Promise<Row> {
  const [row] = await rowsOf<Row>(client, text);
  if (row === undefined) throw new Error(`A query has no row: ${text}`);
  return row;
}

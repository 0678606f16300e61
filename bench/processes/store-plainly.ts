import Connection from 'better-sqlite3';
import { openStore } from '../../src/store/databases.ts';
import { indexTokens } from '../../src/topics/matching/index-tokens.ts';

/**
 * The floor of storing a listing: writes the rows of the papers, of the listing and of the full-text index into new
 * tables of the same kind, as durable, in commits of 80 papers. Nothing is read, merged or cut into words meanwhile.
 * Arguments: the database that the bot filled, the path of a new one.
 */

export interface PlainStore {
  readonly ms: number;
  readonly papers: number;
}

const papersACommit = 80;
const mostPapers = 1_000_000;
const tables = ['papers', 'listings', 'listing_entries', 'news'];

const [filled = '', path = ''] = process.argv.slice(2);
const tokens: readonly string[][] = await readTokens();
const from = new Connection(filled, { readonly: true });
await (await openStore({ url: `file:${path}` }))[Symbol.asyncDispose]();
const to = new Connection(path);
to.pragma('synchronous = FULL');
to.pragma('foreign_keys = OFF');

/** The texts of the full-text index, which does not contain them. */
async function readTokens(): Promise<string[][]> {
  await using store = await openStore({ url: `file:${filled}` });
  return (await store.newsAfter(0, mostPapers)).map(({ paper }) => {
    const { title, abstract, authors, categories, comment, facts } = indexTokens(paper);
    return [title, abstract, authors, categories, comment, facts].map((words) => words.join(' '));
  });
}

/** Reads the rows of a table, and returns what writes them. */
function writesOf(table: string): (() => void)[] {
  const rows = from.prepare<[], unknown[]>(`select * from ${table}`).raw().all();
  const insert = to.prepare(`insert into ${table} values (${(rows[0] ?? []).map(() => '?').join(', ')})`);
  return rows.map((row) => () => insert.run(...row));
}

const [papers = [], ...others] = tables.map(writesOf);
const insertTokens = to.prepare(
  `insert into paper_search (rowid, title, abstract, authors, categories, comment, facts) values (?, ?, ?, ?, ?, ?, ?)`,
);
const write = to.transaction((writes: readonly (() => void)[]) => {
  for (const one of writes) one();
});
const withTokens = papers.map((put, index) => () => {
  put();
  insertTokens.run(index + 1, ...(tokens[index] ?? []));
});

const startedAt = performance.now();
for (let at = 0; at < withTokens.length; at += papersACommit) write(withTokens.slice(at, at + papersACommit));
write(others.flat());
const ms = performance.now() - startedAt;
to.close();
from.close();
process.stdout.write(JSON.stringify({ ms, papers: papers.length } satisfies PlainStore));

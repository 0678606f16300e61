import type { FullText } from '../../sql/full-text.ts';

/** FTS5's own default: after a write, it merges from this many segments on. 0 is never. */
const automergeFrom = 4;
/** How many pages of the index are merged in one step. */
const pagesAtOnce = 40;

/** Sets an option of the index, or gives it a command. */
const command = (name: string, value: number): string =>
  `insert into paper_search (paper_search, rank) values ('${name}', ${value})`;

/**
 * The full-text index of SQLite, FTS5. It has a column for each field with the tokens of a paper, joined by blanks, and
 * splits them at blanks again.
 */
export const sqliteFullText: FullText = {
  number: 'rowid',
  isExact: () => true,
  incomplete: null,
  put: `insert or replace into paper_search (rowid, title, abstract, authors, categories, comment, facts)
     values (?, ?, ?, ?, ?, ?, ?)`,
  rowOf: (paperNumber, { title, abstract, authors, categories, comment, facts }) => [
    paperNumber,
    ...[title, abstract, authors, categories, comment, facts].map((tokens) => tokens.join(' ')),
  ],
  // FTS5 merges within a write, and takes up to 130 ms in a large index. So while the index is filled, steps of their own
  // merge a few pages at a time.
  filling: {
    begin: command('automerge', 0),
    tidy: command('merge', pagesAtOnce),
    end: command('automerge', automergeFrom),
  },
  words: {
    // A temporary table can be made over a connection that only reads. It holds nothing: it shows the words of the index.
    prepare: `create virtual table if not exists temp.indexed_words using fts5vocab('main', 'paper_search', 'col')`,
    find: `select term, sum(doc) as count from indexed_words
     where term >= :first and term < :next and col in ('title', 'abstract') group by term`,
  },
};

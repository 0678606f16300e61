import { blob, integer, sqliteTable } from '../drizzle.ts';

/**
 * The vectors of papers, 64 in a row, so that a search reads thousands of them in a few milliseconds. The paper with the
 * number n is in block n >> 6, at place n & 63.
 */
export const vectorBlocks = sqliteTable('vector_blocks', {
  block: integer('block').primaryKey(),
  /** The vectors one after another. One of zeros is missing. */
  vectors: blob('vectors', { mode: 'buffer' }).notNull(),
});

/** The papers whose vectors have to be computed, because the papers are new or have other texts now. */
export const vectorGaps = sqliteTable('vector_gaps', { number: integer('number').primaryKey() });

/** The state of the vectors, in one row. No row means that none was computed. */
export const vectorState = sqliteTable('vector_state', {
  /** The version of the table of word vectors that they belong to. */
  version: integer('version').primaryKey(),
  /** While they are computed again, the number of the first paper that has one: all later ones do. Null if all do. */
  filledFrom: integer('filled_from'),
});

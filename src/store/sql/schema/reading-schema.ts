import { index, integer, primaryKey, sql, sqliteTable, text } from '../drizzle.ts';
import { instant } from './columns.ts';
import { papers } from './paper-schema.ts';

/** The papers on people's reading lists. Rows of removed papers stay for a day, for `restoreSaved`. */
export const savedPapers = sqliteTable(
  'saved_papers',
  {
    userId: text('user_id').notNull(),
    paperNumber: integer('paper_number')
      .notNull()
      .references(() => papers.number),
    savedAt: instant('saved_at').notNull(),
    note: text('note'),
    removedAt: instant('removed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.paperNumber] }),
    index('saved_papers_by_time').on(table.userId, table.savedAt),
    index('saved_papers_by_paper').on(table.paperNumber),
    index('saved_papers_removed').on(table.removedAt).where(sql`removed_at is not null`),
  ],
);

import type { ChangeKind } from '../../../papers/changes.ts';
import { index, integer, primaryKey, sqliteTable, text } from '../drizzle.ts';
import { instant } from './columns.ts';
import { papers } from './paper-schema.ts';

/** The last change of each kind of papers that some channel had received before. */
export const paperChanges = sqliteTable(
  'paper_changes',
  {
    paperNumber: integer('paper_number')
      .notNull()
      .references(() => papers.number),
    kind: text('kind').$type<ChangeKind>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.paperNumber, table.kind] }), index('paper_changes_by_time').on(table.at)],
);

/** The changes that each channel has heard of. The primary key prevents that it hears of one twice. */
export const followUps = sqliteTable(
  'follow_ups',
  {
    channelId: text('channel_id').notNull(),
    paperNumber: integer('paper_number')
      .notNull()
      .references(() => papers.number),
    kind: text('kind').$type<ChangeKind>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.channelId, table.paperNumber, table.kind] }),
    index('follow_ups_by_paper').on(table.paperNumber),
  ],
);

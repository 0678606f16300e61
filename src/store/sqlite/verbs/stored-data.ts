import { personalGuildOf } from '../../../digests/personal-guild.ts';
import type { DataOwner, ErasureOutcome, StoredData, StoredDataVerbs } from '../../stored-data.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { forgetEnded } from '../tables/destination-rows.ts';
import { type OwnedTable, ownedTables } from '../tables/owned-tables.ts';

/** The verbs that show and delete everything of a guild or a person. */
export function storedDataVerbs(db: Database): StoredDataVerbs {
  return {
    storedData: atomic(db, (owner: DataOwner) => readAll(db, owner)),
    eraseData: atomic(db, (owner: DataOwner) => eraseAll(db, owner)),
  };
}

/** The values of the SQL in `OwnedTable`. A person also owns the guild of their personal digest. */
const parametersFor = (owner: DataOwner) =>
  'guildId' in owner
    ? { guildId: owner.guildId, userId: null }
    : { guildId: personalGuildOf(owner.userId), userId: owner.userId };

const rowsOf = ({ ofGuild, ofPerson }: OwnedTable): string =>
  [ofGuild, ofPerson].flatMap((condition) => (condition === null ? [] : [`(${condition})`])).join(' or ');

/**
 * Columns that are left out: a message is in its channel, nonces and marks of the outbox mean nothing to people, and
 * anyone who has the secret of a feed can read it.
 */
const unexported = new Set(['payload', 'nonce', 'secret', 'secret_hash', 'code_hash']);

function readAll(db: Database, owner: DataOwner): StoredData {
  const parameters = parametersFor(owner);
  const tables = ownedTables(db).map((table) => {
    const shown = table.columns
      .filter((column) => !unexported.has(column))
      .map((column) => (table.name === 'destinations' && column === 'address' ? maskedAddress : exported(column)));
    const rows = db.$client
      .prepare(`select ${shown.join(', ')} from ${table.name} where ${rowsOf(table)}`)
      .all(parameters);
    return [table.name, rows] as const;
  });
  const started = db.$client
    .prepare('select guild_id, channel_id, topic, created_at, removed_at from subscriptions where created_by = @userId')
    .all(parameters);
  return Object.fromEntries(
    [...tables, ['topics_subscribed_on_servers', started] as const].filter(([, rows]) => rows.length > 0),
  ) as StoredData;
}

/** The address of a webhook is a secret, because it is all that one needs to post. Its last part is left out. */
const maskedAddress = `case kind when 'slack' then rtrim(address, replace(address, '/', '')) || '…' else address end as address`;

/** The number of a paper means something in this database only. */
const exported = (column: string): string =>
  column === 'paper_number'
    ? '(select papers.id from papers where papers.number = paper_number) as paper'
    : `"${column}"`;

/** Deletes inside the caller's transaction. References may be broken until its end, so the order does not matter. */
function eraseAll(db: Database, owner: DataOwner): ErasureOutcome {
  const parameters = parametersFor(owner);
  const tables = ownedTables(db);
  const isSending = tables
    .filter(({ columns }) => columns.includes('state'))
    .some(
      (table) =>
        db.$client
          .prepare(`select 1 from ${table.name} where state = 'sending' and (${rowsOf(table)})`)
          .get(parameters) !== undefined,
    );
  if (isSending) return { kind: 'sending' };
  db.$client.pragma('defer_foreign_keys = on');
  let rows = 0;
  for (const table of tables)
    rows += db.$client.prepare(`delete from ${table.name} where ${rowsOf(table)}`).run(parameters).changes;
  forgetEnded(db);
  // The subscriptions of servers stay, and forget who made them.
  db.$client.prepare("update subscriptions set created_by = '' where created_by = @userId").run(parameters);
  return { kind: 'erased', rows };
}

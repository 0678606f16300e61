import { personalGuildOf } from '../../../digests/personal-guild.ts';
import type { DataOwner, ErasureOutcome, StoredData, StoredDataVerbs } from '../../stored-data.ts';
import type { Connection } from '../connection.ts';
import { once } from '../once.ts';
import { forgetEnded } from '../tables/destination-rows.ts';
import { type OwnedTable, ownedTables } from '../tables/owned-tables.ts';

/** The verbs that show and delete everything of a guild or a person. */
export function storedDataVerbs(db: Connection): StoredDataVerbs {
  const statements = once(() => ownersStatements(db));
  return {
    storedData: db.reading((owner: DataOwner) => readAll(statements(), parametersFor(owner))),
    eraseData: db.atomic((owner: DataOwner) => eraseAll(db, statements(), parametersFor(owner))),
  };
}

/** The values of the SQL in `OwnedTable`. */
interface Parameters {
  readonly guildId: string;
  readonly userId: string | null;
}

/** A person also owns the guild of their personal digest. */
const parametersFor = (owner: DataOwner): Parameters =>
  'guildId' in owner
    ? { guildId: owner.guildId, userId: null }
    : { guildId: personalGuildOf(owner.userId), userId: owner.userId };

type Row = StoredData[string][number];
type Statements = ReturnType<typeof ownersStatements>;

function ownersStatements(db: Connection) {
  return {
    tables: ownedTables().map((table) => tableStatements(db, table)),
    subscribed: db.prepare<Parameters, Row>(
      `select guild_id, channel_id, topic, created_at, removed_at from subscriptions
       where created_by = :userId order by id`,
    ),
    forgetSubscriber: db.prepare<Parameters>("update subscriptions set created_by = '' where created_by = :userId"),
  };
}

function tableStatements(db: Connection, table: OwnedTable) {
  const { name, columns } = table;
  const rows = `from ${name} where (${rowsOf(table)})`;
  return {
    name,
    read: db.prepare<Parameters, Row>(`select ${shownOf(table)} ${rows}`),
    findSending: columns.includes('state')
      ? db.prepare<Parameters>(`select 1 ${rows} and state = 'sending' limit 1`)
      : null,
    remove: db.prepare<Parameters>(`delete ${rows}`),
  };
}

const rowsOf = ({ ofGuild, ofPerson }: OwnedTable): string =>
  [ofGuild, ofPerson].flatMap((condition) => (condition === null ? [] : [`(${condition})`])).join(' or ');

/**
 * Columns that are left out: a message is in its channel, nonces and marks of the outbox mean nothing to people, and
 * anyone who has the secret of a feed can read it.
 */
const unexported = new Set(['payload', 'nonce', 'worker_id', 'secret', 'secret_hash', 'code_hash']);

const shownOf = ({ name, columns }: OwnedTable): string =>
  columns
    .filter((column) => !unexported.has(column))
    .map((column) => (name === 'destinations' && column === 'address' ? maskedAddress : exported(column)))
    .join(', ');

/** The address of a webhook is a secret, because it is all that one needs to post. Its last part is left out. */
const maskedAddress = `case kind when 'slack' then rtrim(address, replace(address, '/', '')) || '…' else address end as address`;

/** The number of a paper means something in this database only. */
const exported = (column: string): string =>
  column === 'paper_number'
    ? '(select papers.id from papers where papers.number = paper_number) as paper'
    : `"${column}"`;

async function readAll({ tables, subscribed }: Statements, parameters: Parameters): Promise<StoredData> {
  const data: Record<string, readonly Row[]> = {};
  for (const { name, read } of [...tables, { name: 'topics_subscribed_on_servers', read: subscribed }]) {
    const rows = await read.all(parameters);
    if (rows.length > 0) data[name] = rows;
  }
  return data;
}

/** Deletes inside the caller's transaction. References may be broken until its end, so the order does not matter. */
async function eraseAll(
  db: Connection,
  { tables, forgetSubscriber }: Statements,
  parameters: Parameters,
): Promise<ErasureOutcome> {
  for (const { findSending } of tables)
    if (findSending !== null && (await findSending.get(parameters)) !== undefined) return { kind: 'sending' };
  await db.prepare<[]>(db.dialect.deferReferences).run();
  let rows = 0;
  for (const { remove } of tables) rows += await remove.run(parameters);
  await forgetEnded(db);
  // The subscriptions of servers stay, and forget who made them.
  await forgetSubscriber.run(parameters);
  return { kind: 'erased', rows };
}

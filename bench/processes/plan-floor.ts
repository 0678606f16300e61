import Connection from 'better-sqlite3';

/**
 * The floor of planning: writes the rows of planned digests into a database without them, in commits that many channels
 * share, and equally durable. The topics are matched already.
 * Arguments: the planned database's path, the path of the same database before.
 */

export interface PlanFloor {
  readonly ms: number;
  readonly digests: number;
}

const channelsAtATime = 500;
const channelsACommit = 50;
const tables = ['digests', 'digest_papers', 'deliveries', 'digest_runs'] as const;

const [planned = '', before = ''] = process.argv.slice(2);
const from = new Connection(planned, { readonly: true });
const to = new Connection(before);
to.pragma('journal_mode = WAL');
to.pragma('synchronous = FULL');

const columnsOf = (table: string): string[] =>
  from.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table);

/** The day of the planned digests. It is looked for once, because that reads the runs of all channels. */
const day = from.prepare<[], string>('select max(date) from digest_runs').pluck().get() ?? '';

/** Reads and writes the rows of a table that belong to a channel. */
function copierOf(table: (typeof tables)[number]) {
  const columns = columnsOf(table);
  const isNew = table === 'digest_runs' ? `and date = '${day}'` : '';
  const read = from.prepare<[string], unknown[]>(`select * from ${table} where channel_id = ? ${isNew}`).raw();
  const write = to.prepare(`insert into ${table} values (${columns.map(() => '?').join(', ')})`);
  return { read: (channelId: string) => read.all(channelId), write: (row: unknown[]) => write.run(...row) };
}

const copiers = tables.map(copierOf);
const moved = 'next_digest_at, last_digest_at, last_digest_date, considered_news_number';
const channels = from.prepare<[], [string, ...unknown[]]>(`select channel_id, ${moved} from channels`).raw().all();
const move = to.prepare(`update channels set (${moved}) = (?, ?, ?, ?) where channel_id = ?`);

const readRows = ([channelId, ...state]: [string, ...unknown[]]) => ({
  channel: [...state, channelId],
  rows: copiers.map(({ read }) => read(channelId)),
});
const writeTogether = to.transaction((group: readonly ReturnType<typeof readRows>[]) => {
  for (const { channel, rows } of group) {
    for (const [at, copier] of copiers.entries()) for (const row of rows[at] ?? []) copier.write(row);
    move.run(...channel);
  }
});

let ms = 0;
for (let at = 0; at < channels.length; at += channelsAtATime) {
  const read = channels.slice(at, at + channelsAtATime).map(readRows);
  const startedAt = performance.now();
  for (let group = 0; group < read.length; group += channelsACommit)
    writeTogether(read.slice(group, group + channelsACommit));
  ms += performance.now() - startedAt;
}
const digests = to.prepare<[], number>('select count(*) from digests').pluck().get() ?? 0;
to.close();
from.close();
process.stdout.write(JSON.stringify({ ms, digests } satisfies PlanFloor));

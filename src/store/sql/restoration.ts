import type { Instant } from '../../ports.ts';
import type { Connection } from './connection.ts';

/**
 * Notes that the database was restored from a backup, inside the caller's transaction. What is unsent in it may have been
 * posted after the backup was made, and so may the digests of the days up to now: see `isFromBeforeBackup`.
 */
export async function noteRestoration(db: Connection, at: Instant): Promise<void> {
  const note = db.prepare<[Instant]>(
    `insert into facts (name, value) values ('restored_at', ?)
     on conflict (name) do update set value = excluded.value`,
  );
  const doubt = db.prepare<[]>(
    "update deliveries set in_doubt = 1 where state not in ('sent', 'dropped', 'uncertain')",
  );
  await note.run(at);
  await doubt.run();
}

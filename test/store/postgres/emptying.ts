import type { PostgresClient } from '../../../src/store/postgres/postgres-client.ts';

/**
 * Makes a database as it was after its migrations. It visits the tables that have rows, because truncating all fifty takes
 * ten times as long.
 */
export async function emptyTables(client: PostgresClient): Promise<void> {
  await client.run({
    text: `
      do $$
      declare
        one record;
        is_filled boolean;
      begin
        set constraints all deferred;
        for one in
          select oid::regclass as name from pg_class
          where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname <> 'paperboy_migrations'
        loop
          execute format('select exists (select 1 from %s)', one.name) into is_filled;
          if is_filled then execute format('delete from %s', one.name); end if;
        end loop;
        for one in
          select pg_class.oid::regclass as name from pg_sequence
          join pg_class on pg_class.oid = seqrelid
          where relnamespace = current_schema()::regnamespace and pg_sequence_last_value(seqrelid) is not null
        loop
          execute format('alter sequence %s restart', one.name);
        end loop;
      end
      $$`,
  });
}

import { pgClient } from '../../../src/store/postgres/pg-client.ts';
import type { TestServer } from '../../store/postgres/server.ts';

const nameIn = (url: string): string => /\/([^/?]+)(?:\?|$)/.exec(url)?.[1] ?? '';

let copies = 0;

/** Copies a database that nobody uses. Disposing it drops the copy. */
export async function copyDatabase(
  server: TestServer,
  template: string,
): Promise<AsyncDisposable & { readonly url: string }> {
  copies += 1;
  const name = `${nameIn(template)}_${copies}`;
  await server.run(`create database ${name} template ${nameIn(template)}`);
  return {
    url: template.replace(nameIn(template), name),
    async [Symbol.asyncDispose]() {
      await server.run(`drop database ${name} with (force)`);
    },
  };
}

/** What somebody has still to send, or to say how it ended. */
const openWork = `select
  (select count(*) from deliveries where state in ('planned', 'sending', 'retry', 'blocked') or publication = 'waiting')
  + (select count(*) from ping_notices where state in ('planned', 'sending', 'retry'))
  + (select count(*) from club_meetings where state in ('planned', 'sending', 'retry'))`;

/** Whether nothing waits in the outboxes. False if the server cannot be asked. */
export async function isAllSettled(url: string): Promise<boolean> {
  const client = pgClient({ url });
  try {
    await client.connect(1_000);
    const { rows } = await client.run({ text: openWork, isRaw: true });
    return (rows as readonly (readonly number[])[])[0]?.[0] === 0;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}

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

/** What the database of a story says. */
interface OutboxState {
  /** Whether nobody has anything to send any more, or to say how it ended. */
  readonly isSettled: boolean;
  /** Whether something that was sent to a destination may not have arrived. */
  readonly isUnsure: boolean;
  /**
   * Whether the digest of the day went without its papers, because they had not been pulled in time, and they are there now.
   * They come with the next digest.
   */
  readonly isPutOff: boolean;
}

/** Looks into the database of a story again and again, over a connection that it keeps. */
export interface OutboxReader extends AsyncDisposable {
  /** Null if the server cannot be asked. */
  read(): Promise<OutboxState | null>;
}

const stateQuery = `select
  (select count(*) from deliveries where state in ('planned', 'sending', 'retry', 'blocked') or publication = 'waiting')
  + (select count(*) from ping_notices where state in ('planned', 'sending', 'retry'))
  + (select count(*) from club_meetings where state in ('planned', 'sending', 'retry')) as open,
  (select count(*) from deliveries where destination_id <> 0 and state = 'uncertain') as unsure,
  (select count(*) from digest_runs where state = 'stale') as stale, (select count(*) from news) as news`;

export function readOutbox(url: string): OutboxReader {
  const client = pgClient({ url });
  return {
    async read() {
      try {
        await client.connect(1_000);
        const { rows } = await client.run({ text: stateQuery });
        const [counts] = rows as [Readonly<Record<'open' | 'unsure' | 'stale' | 'news', number>>];
        const { open, unsure, stale, news } = counts;
        return { isSettled: open === 0, isUnsure: unsure > 0, isPutOff: stale > 0 && news > 0 };
      } catch {
        await client.close();
        return null;
      }
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}

import { findServer, type NoServer, type PostgresServer, type ServerProcess } from '../../../tools/postgres-server.ts';

export type TestServer = PostgresServer;
export type TestServerProcess = ServerProcess;

/** The server does not wait for the disk: it loses nothing if it is killed, only if the power fails. */
const settings = ['fsync=off', 'full_page_writes=off', 'shared_buffers=32MB', 'max_connections=60'];

/** One more server. It is the same if TEST_POSTGRES_URL names one. */
export const anotherServer = (): Promise<PostgresServer | NoServer> =>
  findServer({ settings, namePrefix: 'paperboy_test_' });

let found: Promise<PostgresServer | NoServer> | undefined;

/** The server for the tests of this process. */
const testServer = (): Promise<PostgresServer | NoServer> => {
  found ??= anotherServer();
  return found;
};

/** The server, or the reason why the test is skipped. */
export async function serverOrSkip(skip: (why: string) => never): Promise<PostgresServer> {
  const server = await testServer();
  return 'why' in server ? skip(server.why) : server;
}

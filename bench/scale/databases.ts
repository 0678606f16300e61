import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { move } from '../../src/store/moving/move.ts';
import { findServer, type PostgresServer } from '../../tools/postgres-server.ts';

/** The databases of this bench, in the order of their rows. */
export const kinds = ['SQLite', 'PostgreSQL'] as const;

export type Kind = (typeof kinds)[number];

/** The same contents in a file of SQLite and in a database of PostgreSQL, by their URLs. */
export type Pair = Readonly<Record<Kind, string>>;

/**
 * A server of PostgreSQL as its package sets it up, which waits for the disk at each commit.
 * @param folder where it has its files
 * @throws Error if there is none; it says how to get one
 */
export async function startServer(folder: string): Promise<PostgresServer> {
  chmodSync(folder, 0o711); // The user of the server has to get through.
  const server = await findServer({ settings: [], namePrefix: 'paperboy_bench_', folder });
  if ('why' in server) throw new Error(server.why);
  return server;
}

/** Moves a file of SQLite to a new database of the server, as `paperboy move` does. */
export async function pairOf(path: string, server: PostgresServer): Promise<Pair> {
  const pair = { SQLite: `file:${path}`, PostgreSQL: await server.newDatabase() };
  await move(pair.SQLite, pair.PostgreSQL);
  return pair;
}

let copies = 0;

/** Copies a database of the server. Nobody may be connected to it. */
export async function copyOf(url: string, server: PostgresServer): Promise<string> {
  copies += 1;
  const name = nameIn(url);
  const copy = `${name}_copy_${copies}`;
  await server.run(`create database ${copy} template ${name}`);
  return url.replace(`/${name}`, `/${copy}`);
}

export const drop = async (url: string, server: PostgresServer): Promise<void> =>
  void (await server.run(`drop database ${nameIn(url)} with (force)`));

const nameIn = (url: string): string => /^[^:]+:\/\/[^/]*\/([^?]*)/.exec(url)?.[1] ?? '';

/** What each part of the bench works with. */
export interface ScaleTools {
  readonly server: PostgresServer;
  readonly folder: string;
  progress(text: string): void;
}

export const fileIn = ({ folder }: ScaleTools, name: string): string => join(folder, name);

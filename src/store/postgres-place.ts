import { badUrl, schemeOf, unsupportedUrl } from './database-url.ts';

/** The schemes of PostgreSQL. */
const schemes: readonly (string | null)[] = ['postgres', 'postgresql'];
const defaultPort = '5432';

/**
 * The place that a DATABASE_URL of PostgreSQL names, for people, without user and password: `db.example:5432/paperboy`.
 * The folder of a Unix socket can be given as `postgres:///paperboy?host=/run/postgresql`.
 * @throws StoreError `bad-url`
 */
export function postgresPlace(url: string): string {
  if (!schemes.includes(schemeOf(url))) throw unsupportedUrl(url);
  const { host, port, database } = readUrl(url);
  // A password with such a character ends too early, and its rest would be shown.
  if (/[/@:]/.test(database)) throw unreadable(url);
  if (database === '') throw badUrl(url, 'It does not name a database');
  if (host === '') throw badUrl(url, 'It does not name a host');
  return `${host}:${port}/${database}`;
}

/** Stands where a URL has a user and no host, because its host is an option. */
const noHost = 'no-host';

function readUrl(url: string) {
  try {
    const { hostname, port, pathname, searchParams } = new URL(url.replace('@/', `@${noHost}/`));
    return {
      host: searchParams.get('host') ?? (hostname === noHost ? '' : decodeURIComponent(hostname)),
      port: searchParams.get('port') ?? (port || defaultPort),
      database: decodeURIComponent(pathname.slice(1)),
    };
  } catch {
    throw unreadable(url);
  }
}

const unreadable = (url: string) =>
  badUrl(url, 'It cannot be read; special characters of a password are written as %40 for @, %2F for / and so on');

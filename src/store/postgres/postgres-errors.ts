import { StoreError, type StoreErrorCode } from '../store-error.ts';
import { DrizzleQueryError } from './drizzle.ts';
import { NotConnected } from './postgres-client.ts';

/** The code of an error of PostgreSQL or of the network, such as `40001`; empty if it has none. drizzle wraps errors. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}

const serializationFailure = '40001';
const deadlock = '40P01';

/** Whether two transactions got in each other's way, so that one of them has to be repeated. */
export const isConflict = (error: unknown): boolean => [serializationFailure, deadlock].includes(codeOf(error));

/**
 * Codes after which there is no connection, and which pass: the server stops, starts, or has too many connections, or the
 * network is gone. The class 08 of PostgreSQL's codes belongs to them.
 */
const lostCodes: ReadonlySet<string> = new Set([
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '25P03',
  '53300',
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOENT', // The socket of a server that is not running.
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Errors of pg itself have no code. */
const lostMessages = /^(Connection terminated|timeout expired|Query read timeout|Client (was closed|has encountered))/;

/** A code for what PostgreSQL does not support. */
const unsupported = '0A000';
/**
 * What a new connection may support: another process has migrated the database and this one has plans from before, or
 * the server is a standby, whose name or address may be that of the primary soon.
 */
const passing = /cached plan must not change result type|hot standby/;

/** Whether there is no connection to the server any more, or none yet, so that a later attempt can succeed. */
export function isLost(error: unknown): boolean {
  const inner = innermost(error);
  if (inner instanceof NotConnected) return true;
  const code = codeOf(inner);
  if (code === '') return inner instanceof Error && lostMessages.test(inner.message);
  if (code === unsupported) return passing.test(reasonOf(inner));
  return lostCodes.has(code) || /^08\w{3}$/.test(code);
}

/** The error without the wrapping of drizzle, whose message repeats the whole statement and its values. */
const innermost = (error: unknown): unknown => (error instanceof DrizzleQueryError ? (error.cause ?? error) : error);

/** Why there is no connection, for people: `connect ECONNREFUSED 127.0.0.1:5432`. */
export function reasonOf(error: unknown): string {
  const inner = innermost(error);
  const message = inner instanceof Error ? inner.message : String(inner);
  return message || codeOf(inner) || 'it does not answer';
}

/** The error of a verb for which there is no connection. Nothing was changed. */
export function unreachable(place: string, cause: unknown): StoreError {
  return new StoreError(
    'unreachable',
    `PostgreSQL at ${place} cannot be reached (${reasonOf(cause)}), and nothing was changed. ` +
      'Check that the server runs; Paperboy tries again by itself.',
    { cause },
  );
}

/** The error of a verb whose connection was lost while PostgreSQL was asked to keep what it had done. */
export function uncertain(place: string, cause: unknown): StoreError {
  return new StoreError(
    'unreachable',
    `The connection to PostgreSQL at ${place} was lost during a commit (${reasonOf(cause)}): the change may have ` +
      'happened, or not. Look at what is stored before you repeat it.',
    { cause },
  );
}

interface Wording {
  readonly code: StoreErrorCode;
  readonly message: (place: string, reason: string) => string;
}

const denied = (place: string, reason: string): string =>
  `PostgreSQL at ${place} refuses the login (${reason}). Check the user and the password in DATABASE_URL; ` +
  'special characters of a password are written as %40 for @ and so on.';

const missingDatabase = (place: string): string =>
  `PostgreSQL has no database ${place}. Make it: createdb --owner=USER DATABASE`;

const busy = (place: string, reason: string): string =>
  `The database ${place} is busy (${reason}), and nothing was changed. Try again.`;

/** What codes of PostgreSQL mean for the host. */
const wordings: ReadonlyMap<string, Wording> = new Map<string, Wording>([
  ['28P01', { code: 'access-denied', message: denied }],
  ['28000', { code: 'access-denied', message: denied }],
  ['3D000', { code: 'no-database', message: missingDatabase }],
  ['57P04', { code: 'no-database', message: missingDatabase }],
  [
    '42501',
    {
      code: 'access-denied',
      message: (place, reason) =>
        `Paperboy's user has too few rights in ${place} (${reason}). Make it the owner: ` +
        'psql --command="alter database DATABASE owner to USER"',
    },
  ],
  [
    '3F000',
    {
      code: 'access-denied',
      message: (place, reason) =>
        `Paperboy's user has no schema for its tables in ${place} (${reason}). Make it the owner of one: ` +
        'psql --command="create schema paperboy authorization USER" --command="alter role USER set search_path to paperboy"',
    },
  ],
  [
    '53100',
    {
      code: 'full',
      message: (place) => `The disk of PostgreSQL at ${place} is full. Free some space on it, then try again.`,
    },
  ],
  [
    '25006',
    {
      code: 'unwritable',
      message: (place) =>
        `PostgreSQL at ${place} takes no changes: it is a standby, or set to read only. Set DATABASE_URL to the primary.`,
    },
  ],
  ['57014', { code: 'busy', message: busy }],
  ['55P03', { code: 'busy', message: busy }],
  [serializationFailure, { code: 'busy', message: busy }],
  [deadlock, { code: 'busy', message: busy }],
  ...['XX001', 'XX002'].map((code): [string, Wording] => [
    code,
    {
      code: 'damaged',
      message: (place, reason) =>
        `PostgreSQL says that ${place} is damaged (${reason}). Restore a dump: pg_restore --clean --if-exists FILE`,
    },
  ]),
]);

/** Turns errors of PostgreSQL that the host can mend, or that pass, into store errors. Other errors stay as they are. */
export function asStoreError(error: unknown, place: string): unknown {
  const inner = innermost(error);
  if (inner instanceof StoreError) return inner;
  const wording = wordings.get(codeOf(inner));
  if (wording !== undefined)
    return new StoreError(wording.code, wording.message(place, reasonOf(inner)), { cause: inner });
  return isLost(inner) ? unreachable(place, inner) : inner;
}

/** Codes of Node for a certificate that it does not accept. */
const certificateCodes = /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_|CERT_|ERR_TLS_|ERR_SSL_)/;

/** The same for errors of opening, when a wrong DATABASE_URL is more likely than a server that is gone. */
export function asOpeningError(error: unknown, place: string): unknown {
  const inner = innermost(error);
  if (codeOf(inner) === 'ENOTFOUND') return hostUnknown(place, inner);
  const isRefusedTls = inner instanceof Error && inner.message === 'The server does not support SSL connections';
  if (isRefusedTls || certificateCodes.test(codeOf(inner))) return tlsRefused(place, inner);
  return asStoreError(inner, place);
}

const hostUnknown = (place: string, cause: unknown): StoreError =>
  new StoreError('bad-url', `There is no host for ${place} (${reasonOf(cause)}). Check the host in DATABASE_URL.`, {
    cause,
  });

function tlsRefused(place: string, cause: unknown): StoreError {
  return new StoreError(
    'unsuitable-server',
    `PostgreSQL at ${place} cannot be reached with encryption (${reasonOf(cause)}). Set sslmode in DATABASE_URL: ` +
      '?sslmode=verify-full&sslrootcert=FILE for a server with its own certificate, ?sslmode=disable for none.',
    { cause },
  );
}

import { plainLine } from '../wording/plain-text.ts';
import type { MailOutcome } from './email.ts';

/** The fields of an error of the library that sends. */
interface SmtpFailure {
  readonly code?: string;
  /** The code of the system, such as that of a certificate. */
  readonly originalCode?: string;
  readonly message?: string;
  readonly command?: string;
  /** The server's answer, and its number. */
  readonly response?: string;
  readonly responseCode?: number;
}

const reasonLength = 200;

/** Errors that stay until the host changes the configuration. */
const hostCodes: ReadonlySet<string> = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'EREQUIRETLS', 'ECONFIG']);

/**
 * The outcome of an attempt that failed.
 * @param isWhole whether the whole message was handed over, so that the server may have taken it
 */
export function outcomeOfFailure(error: unknown, isWhole: boolean): MailOutcome {
  const failure = error as SmtpFailure;
  const { code = '', originalCode = '', command = '', responseCode = 0 } = failure;
  const reason = reasonOf(failure);
  if (responseCode >= 400 && responseCode < 500) return { kind: 'later', reason };
  if (hostCodes.has(code) || isCertificate(originalCode)) return { kind: 'host-problem', reason };
  if (responseCode >= 500) return { kind: isAboutRecipient(command) ? 'refused' : 'host-problem', reason };
  return { kind: isWhole ? 'unknown' : 'later', reason };
}

const isCertificate = (code: string): boolean => /CERT|SELF_SIGNED|ALTNAME|^ERR_TLS|^ERR_SSL/.test(code);

/** Before these commands, a server speaks about the bot and its login. */
const isAboutRecipient = (command: string): boolean => command === 'RCPT TO' || command === 'DATA';

/** What the server answered, or what happened. An error of the library may name the login, so only known words are shown. */
function reasonOf({ response, code = 'failed', originalCode = '', command = '' }: SmtpFailure): string {
  if (isCertificate(originalCode)) return `the certificate of the mail server is not valid: ${originalCode}`;
  if (response !== undefined && response !== '') return plainLine(response).slice(0, reasonLength);
  const [what] = trouble.find(([, codes]) => codes.includes(code)) ?? ['the mail server could not be used'];
  return command === '' || command === 'CONN' || command === 'API' ? what : `${what} (at ${command})`;
}

const trouble: readonly (readonly [what: string, codes: readonly string[]])[] = [
  ['the mail server is not known by that name', ['EDNS']],
  ['the mail server did not answer in time', ['ETIMEDOUT']],
  ['the connection to the mail server could not be encrypted', ['ETLS', 'EREQUIRETLS']],
  ['the connection to the mail server was lost', ['ECONNECTION', 'ESOCKET']],
  ['the mail server refuses the login', ['EAUTH', 'ENOAUTH', 'EOAUTH2']],
];

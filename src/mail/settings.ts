import { z } from 'zod';
import type { Settings } from '../settings.ts';
import { readAddress } from './address.ts';

/** How a mail server is reached. */
export interface SmtpPlace {
  readonly host: string;
  readonly port: number;
  /** Whether the connection is encrypted from its start. */
  readonly isSecure: boolean;
  /** Whether nothing is sent before the connection is encrypted. */
  readonly needsTls: boolean;
  /** Null if the server wants no login. */
  readonly login: { readonly user: string; readonly password: string } | null;
}

/** Who sends the emails. */
export interface Sender {
  /** `Paperboy` */
  readonly name: string;
  /** `papers@example.org` */
  readonly address: string;
}

const smtpUrl = z
  .string()
  .refine(
    (text) => text === '' || readSmtpUrl(text) !== null,
    'must be like smtps://user:password@mail.example.org, with special characters of the password as %40',
  )
  .transform((text) => (text === '' ? null : readSmtpUrl(text)));

const mailFrom = z
  .string()
  .refine(
    (text) => text === '' || readSender(text) !== null,
    'must be an address, such as papers@example.org or Paperboy <papers@example.org>',
  )
  .transform((text) => (text === '' ? null : readSender(text)));

export const mailSettings = {
  /** Null if the bot sends no emails. */
  smtp: {
    name: 'SMTP_URL',
    fallback: '',
    description: [
      'The server that sends emails, such as smtps://user:password@mail.example.org (smtp:// for STARTTLS).',
      'Empty means that digests are not sent by email. See docs/hosting.md.',
    ],
    schema: smtpUrl,
    isSecret: true,
  },
  mailFrom: {
    name: 'MAIL_FROM',
    fallback: '',
    description: ['The sender of emails, such as Paperboy <papers@example.org>. People may answer to this address.'],
    schema: mailFrom,
  },
  mailPerMinute: {
    name: 'MAIL_PER_MINUTE',
    fallback: '30',
    description: ['How many emails are sent in a minute, at most. Providers have such limits.'],
    schema: z
      .string()
      .regex(/^[1-9]\d{0,3}$/, 'must be a number from 1 to 9999')
      .transform(Number),
  },
} as const satisfies Settings;

/** A sentence for each setting that is missing beside another one. */
export function mailProblems({
  smtp,
  mailFrom: sender,
}: {
  smtp: SmtpPlace | null;
  mailFrom: Sender | null;
}): string[] {
  return smtp !== null && sender === null ? ['MAIL_FROM must be set, because SMTP_URL is'] : [];
}

function readSmtpUrl(text: string): SmtpPlace | null {
  if (/\s/.test(text) || !URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  const tls = /^\?tls=(none|required)$/.exec(search)?.[1] ?? null;
  const isPlain = pathname.length <= 1 && hash === '' && (search === '' || tls !== null);
  const isSecure = protocol === 'smtps:';
  if (!isPlain || hostname === '' || !(isSecure || protocol === 'smtp:')) return null;
  const login = readLogin(username, password);
  if (login === 'unreadable') return null;
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return {
    ...{ host, isSecure, login },
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    needsTls: !isSecure && (tls === null ? !isLoopback(host) : tls === 'required'),
  };
}

function readLogin(username: string, password: string): SmtpPlace['login'] | 'unreadable' {
  if (username === '') return password === '' ? null : 'unreadable';
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return 'unreadable';
  }
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1)$/.test(host);

function readSender(text: string): Sender | null {
  const named = /^([^<>"\p{Cc}]{1,60}?)\s*<([^<>]+)>$/u.exec(text);
  const address = readAddress(named?.[2] ?? text);
  return address === null ? null : { name: named?.[1]?.trim() ?? 'Paperboy', address };
}

import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Email } from '../../src/mail/email.ts';
import { createMailer } from '../../src/mail/mailer.ts';
import { mailSettings } from '../../src/mail/settings.ts';
import { readSettings } from '../../src/settings.ts';
import { type MailServer, type Step, startMailServer, type Treatment } from '../support/mail-server.ts';

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const from = { name: 'Paperboy', address: 'papers@example.org' };
const email: Email = { to: 'ada@example.org', subject: 'Papers', text: 'Text', html: '<p>Text</p>', id: 'paperboy.x' };

function mailerTo(
  port: number,
  settings: { login?: string; tls?: string; perMinute?: number; silentMs?: number } = {},
) {
  const { login = '', tls = '', perMinute = 100, silentMs = 5_000 } = settings;
  const url = `smtp://${login}127.0.0.1:${port}${tls}`;
  const { values, problems } = readSettings(mailSettings, (name) => (name === 'SMTP_URL' ? url : undefined));
  if (values.smtp === null || problems.length > 0) throw new Error(`${url} cannot be read`);
  let now = 0;
  const mailer = createMailer({ smtp: values.smtp, from, perMinute, clock: () => now, silentMs });
  const pass = (ms: number): void => {
    now += ms;
  };
  return { mailer, pass };
}

it('an email arrives with its headers, and nothing that people wrote can add one', async () => {
  const { mailer } = mailerTo(server.port);
  const subject = 'Papers\r\nBcc: eve@example.org\r\n\r\nInjected – “ü”';
  expect(await mailer.send({ ...email, subject, headers: { 'List-Id': '<digest-1.example.org>' } })).toEqual({
    kind: 'sent',
  });
  const got = server.inbox.at(-1);
  expect(server.recipients.at(-1)).toBe('ada@example.org');
  expect(got?.messageId).toBe('<paperboy.x@example.org>');
  expect(got?.from?.text).toBe('"Paperboy" <papers@example.org>');
  expect(got?.headers.has('bcc')).toBe(false);
  expect(got?.text).toBe('Text');
  expect(got?.subject).toContain('Injected – “ü”');
  expect(got?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(got?.headers.get('precedence')).toBe('bulk');
  expect(got?.date).toEqual(new Date(0));
});

describe('an attempt', () => {
  it.each<[Step, Treatment, string]>([
    ['recipient', '550 5.1.1 No such user', 'refused'],
    ['recipient', '553 5.1.3 Bad address', 'refused'],
    ['recipient', '452 4.2.2 Mailbox full', 'later'],
    ['connect', '421 4.3.2 Shutting down', 'later'],
    ['connect', '554 5.7.1 Go away', 'host-problem'],
    ['mail', '550 5.7.1 Sender not allowed', 'host-problem'],
    ['mail', 'cut', 'later'],
    ['recipient', 'cut', 'later'],
    ['data-end', '554 5.7.1 Rejected as spam', 'refused'],
    ['data-end', '452 4.3.1 Out of space', 'later'],
    ['data-end', '421 4.7.0 Try later', 'later'],
    ['data-end', 'cut', 'unknown'],
  ])('that meets at %s: %s, ends as %s', async (step, treatment, kind) => {
    server.treat(step, treatment);
    const outcome = await mailerTo(server.port).mailer.send(email);
    expect(outcome).toMatchObject({ kind, reason: expect.any(String) });
    if (treatment !== 'cut' && 'reason' in outcome) expect(outcome.reason).toContain(treatment.slice(4));
  });

  it('that is cut within a long message was not sent', async () => {
    server.treat('data-start', 'cut');
    const long = { ...email, text: 'long '.repeat(2_000_000) };
    expect(await mailerTo(server.port).mailer.send(long)).toMatchObject({ kind: 'later' });
  });

  it('with a wrong password is a problem of the host, and lets everything rest', async () => {
    const { mailer, pass } = mailerTo(server.port, { login: 'ada:wrong%40word@' });
    const outcome = await mailer.send(email);
    expect(outcome).toMatchObject({ kind: 'host-problem', reason: expect.stringContaining('535') });
    expect(JSON.stringify(outcome)).not.toContain('wrong@word');
    expect(mailer.waitMs()).toBe(300_000);
    pass(300_000);
    expect(mailer.waitMs()).toBe(0);
    expect(await mailerTo(server.port, { login: 'ada:right@' }).mailer.check()).toEqual({ kind: 'sent' });
  });

  it('that cannot be encrypted, or only with a certificate of nobody, sends no login', async () => {
    const encrypted = { login: 'ada:right@', tls: '?tls=required' };
    const { mailer } = mailerTo(server.port, encrypted);
    const outcome = await mailer.check();
    expect(outcome).toMatchObject({ kind: 'host-problem', reason: expect.stringContaining('certificate') });
    expect(await mailer.send(email)).toMatchObject({ kind: 'host-problem' });
    await using plain = await startMailServer({ disabledCommands: ['STARTTLS'] });
    expect(await mailerTo(plain.port, encrypted).mailer.check()).toMatchObject({ kind: 'host-problem' });
  });

  it('at a server that is silent ends in time', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    expect(await mailerTo(port, { silentMs: 200 }).mailer.send(email)).toMatchObject({ kind: 'later' });
    silent.close();
  });

  it('at a server that is not there ends', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const address = gone.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    gone.close();
    await once(gone, 'close');
    expect(await mailerTo(port).mailer.send(email)).toMatchObject({ kind: 'later' });
  });
});

it('in a minute, no more emails leave than allowed', async () => {
  const { mailer, pass } = mailerTo(server.port, { perMinute: 2 });
  expect(mailer.waitMs()).toBe(0);
  await mailer.send(email);
  pass(20_000);
  await mailer.send(email);
  expect(mailer.waitMs()).toBe(40_000);
  pass(40_000);
  expect(mailer.waitMs()).toBe(0);
});

it.each([
  ['smtps://ada:p%40ss@mail.example.org', { host: 'mail.example.org', port: 465, isSecure: true, needsTls: false }],
  ['smtp://mail.example.org:2525', { port: 2525, isSecure: false, needsTls: true, login: null }],
  ['smtp://localhost:1025', { needsTls: false }],
  ['smtp://relay.example.org?tls=none', { needsTls: false }],
])('SMTP_URL can be %s', (url, place) => {
  const read = readSettings(mailSettings, (name) => (name === 'SMTP_URL' ? url : undefined));
  expect(read.problems).toEqual([]);
  expect(read.values.smtp).toMatchObject(place);
});

it.each(['relay.example.net', 'https://mail.example.org', 'smtp://', 'smtp://host/path', 'smtp://host?tls=maybe'])(
  'SMTP_URL cannot be %s, and the message does not repeat it',
  (url) => {
    const { problems } = readSettings(mailSettings, (name) => (name === 'SMTP_URL' ? url : undefined));
    expect(problems).toHaveLength(1);
    expect(problems[0]).not.toContain(url);
  },
);

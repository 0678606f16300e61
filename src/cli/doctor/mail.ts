import { type Check, fail, ok } from './check.ts';

/** Whether the mail server accepts the login, if the bot sends emails. */
export const mailCheck: Check = {
  name: 'mail',
  needsNetwork: true,
  async run({ config: { smtp, mailFrom: from, mailPerMinute: perMinute } }) {
    if (smtp === null || from === null) return [ok('No emails are sent: SMTP_URL is not set')];
    const { createMailer } = await import('../../mail/mailer.ts');
    const outcome = await createMailer({ smtp, from, perMinute, clock: Date.now, silentMs: 10_000 }).check();
    if (outcome.kind === 'sent') return [ok(`The mail server ${smtp.host} accepts the login`)];
    const text = `No emails can be sent through ${smtp.host}: ${outcome.reason}.`;
    return [fail(text, 'Check SMTP_URL: see the section on email in docs/hosting.md.')];
  },
};

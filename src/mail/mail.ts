import { randomBytes } from 'node:crypto';
import type { Clock } from '../ports.ts';
import type { DestinationPoster } from '../posting/poster.ts';
import type { Store } from '../store/store.ts';
import type { Route } from '../web/route.ts';
import { readAddress } from './address.ts';
import type { Mailer } from './email.ts';
import { createMailPoster } from './poster.ts';
import type { Sender, SmtpPlace } from './settings.ts';
import { createUnsubscribeLinks, unsubscribeRoutes } from './unsubscribe.ts';

/** What the bot does by email. */
export interface Mail {
  readonly poster: DestinationPoster;
  readonly mailer: Mailer;
  /** The pages of the links to unsubscribe. */
  readonly routes: readonly Route[];
  /** The secret of codes and links. */
  readonly secret: string;
  readAddress(text: string): string | null;
}

export interface MailConfig {
  readonly smtp: SmtpPlace | null;
  readonly mailFrom: Sender | null;
  readonly mailPerMinute: number;
  readonly httpPort: number | null;
  readonly publicUrl: string | null;
}

const secretName = 'mail';

/** Opens email, if the host wants it. Null if not. Nothing is loaded then. */
export async function openMail(
  { smtp, mailFrom: from, mailPerMinute: perMinute, httpPort, publicUrl }: MailConfig,
  { store, clock }: { readonly store: Pick<Store, 'secret' | 'removeDestination'>; readonly clock: Clock },
): Promise<Mail | null> {
  if (smtp === null || from === null) return null;
  const { createMailer } = await import('./mailer.ts');
  const secret = await store.secret(secretName, randomBytes(32).toString('base64url'));
  const mailer = createMailer({ smtp, from, perMinute, clock });
  const links = httpPort === null || publicUrl === null ? null : createUnsubscribeLinks(publicUrl, secret);
  const routes = unsubscribeRoutes({ secret, remove: (id) => store.removeDestination(id) });
  return { poster: createMailPoster({ mailer, from, links }), mailer, routes, secret, readAddress };
}

/** An email to one address. */
export interface Email {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The part of its Message-ID before the `@`: the same at every attempt. */
  readonly id: string;
  /** Further headers, whose texts come from the bot alone. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * How an attempt to send an email ended.
 * - `sent`: the server has taken it
 * - `refused`: the server refuses the address or the email forever
 * - `later`: it was not sent, and can be tried again
 * - `unknown`: the server got all of it, and its answer got lost
 * - `host-problem`: no email can be sent until the host acts, for example because of a wrong password
 */
export type MailOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused' | 'later' | 'unknown' | 'host-problem'; readonly reason: string };

/** Sends emails. */
export interface Mailer {
  /** Never throws: every failure is an outcome. */
  send(email: Email): Promise<MailOutcome>;
  /** Connects and logs in, and sends nothing. */
  check(): Promise<MailOutcome>;
  /** How long nothing may be sent, in milliseconds; 0 if sending is allowed now. */
  waitMs(): number;
}

/** The domain of an address. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** `/services/T012ABCDE/B012ABCDE/` and a secret. */
const path = /^\/services\/[A-Z0-9]{3,20}\/[A-Z0-9]{3,20}\/[A-Za-z0-9]{8,60}$/;

/**
 * The address of an incoming webhook that a text states; null if it states none. The bot sends requests to it, so it must
 * be on Slack's own host, without a port, a name or anything else.
 * @param base where webhooks are: `https://hooks.slack.com`
 */
export function readWebhookUrl(text: string, base: string): string | null {
  const trimmed = text.trim().replace(/^<(.*)>$/, '$1');
  const rest = trimmed.startsWith(base) ? trimmed.slice(base.length) : '';
  return path.test(rest) ? `${base}${rest}` : null;
}

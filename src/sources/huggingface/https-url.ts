const longestUrl = 500;
/** `www.example.org/tides`, `//example.org` */
const withoutScheme = /^(?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,}(?=[/?#]|$))/i;

/**
 * An untrusted address as a safe https URL in its normal form. Null for another scheme, a user name, a bare or local
 * host, or an unusual port. With `hosts`, only those hosts and their subdomains are safe. An address of http or without a
 * scheme becomes https, as in browsers, without a request: the bot connects to no hosts that strangers name.
 */
export function httpsUrl(text: string | undefined, hosts: readonly string[] = []): string | null {
  const trimmed = (text?.trim() ?? '').replace(withoutScheme, 'https://$1');
  if (trimmed === '' || trimmed.length > longestUrl || !URL.canParse(trimmed)) return null;
  const given = new URL(trimmed);
  // A port of http means nothing in https.
  const isPlain =
    /^https?:$/.test(given.protocol) && given.username === '' && given.password === '' && given.port === '';
  const url = new URL(given.href.replace(/^http:/, 'https:'));
  const isPublicName = /^(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]+$/.test(url.hostname);
  const isListed =
    hosts.length === 0 || hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  return isPlain && isPublicName && isListed && url.href.length <= longestUrl ? url.href : null;
}

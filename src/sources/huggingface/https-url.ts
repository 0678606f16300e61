const longestUrl = 500;

/**
 * An address that others typed, as a safe https URL in its normal form, or null: no other scheme, no user name, no
 * bare or local host, no unusual port. With `hosts`, only those and their subdomains.
 */
export function httpsUrl(text: string | undefined, hosts: readonly string[] = []): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '' || trimmed.length > longestUrl || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  const isPlain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  const isPublicName = /^(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]+$/.test(url.hostname);
  const isListed =
    hosts.length === 0 || hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  return isPlain && isPublicName && isListed && url.href.length <= longestUrl ? url.href : null;
}

/** The longest address and the longest part before its `@` that SMTP takes (RFC 5321). */
const longest = { address: 254, local: 64, label: 63 };

/** Dots stand between other characters. Quoted parts, comments and characters beyond ASCII are not accepted. */
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;
const lastLabel = /^(?:[A-Za-z]{2,}|xn--[A-Za-z0-9-]+)$/i;

/**
 * The address for email that a text states; null if it states none. It takes fewer than the standards allow, so that no
 * address can hold a second one, a header or a command. The domain is in small letters.
 */
export function readAddress(text: string): string | null {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  const [local, domain] = [trimmed.slice(0, at), trimmed.slice(at + 1).toLowerCase()];
  if (at < 1 || trimmed.length > longest.address || local.length > longest.local) return null;
  const labels = domain.split('.');
  if (labels.length < 2 || !lastLabel.test(labels.at(-1) ?? '')) return null;
  if (!localPart.test(local) || !labels.every((one) => one.length <= longest.label && label.test(one))) return null;
  return `${local}@${domain}`;
}

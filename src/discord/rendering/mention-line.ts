import { isDisplay, textDisplay, textOfDisplay } from './displays.ts';
import type { DigestMessage } from './layouts/layout.ts';

type Mentions = DigestMessage['allowed_mentions'];

/** Nobody is pinged, whatever a text says. */
export const noMentions: Mentions = { parse: [] };

/** Only this role is pinged, whatever a text says. */
export const mentionsOf = (roleId: string): Mentions => ({ parse: [], roles: [roleId] });

/** The first line of a message that pings a role. */
export const mentionLine = (roleId: string): string => `<@&${roleId}>`;

/** The role that a message pings; null if it pings nobody. */
export const pingedRole = ({ allowed_mentions: mentions }: Pick<DigestMessage, 'allowed_mentions'>): string | null =>
  mentions?.roles?.[0] ?? null;

/** The same message without its ping. */
export function withoutPing(message: DigestMessage): DigestMessage {
  const roleId = pingedRole(message);
  if (roleId === null) return message;
  const { content, components } = message;
  const [first, ...others] = components ?? [];
  const header =
    first !== undefined && isDisplay(first) ? textDisplay(withoutLine(textOfDisplay(first), roleId)) : first;
  return {
    ...message,
    content: withoutLine(content, roleId),
    ...(header === undefined ? {} : { components: [header, ...others] }),
    allowed_mentions: noMentions,
  };
}

function withoutLine(text: string, roleId: string): string {
  const start = `${mentionLine(roleId)}\n`;
  return text.startsWith(start) ? text.slice(start.length) : text;
}

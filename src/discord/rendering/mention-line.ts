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
  const start = `${mentionLine(roleId)}\n`;
  const { content } = message;
  return {
    ...message,
    content: content.startsWith(start) ? content.slice(start.length) : content,
    allowed_mentions: noMentions,
  };
}

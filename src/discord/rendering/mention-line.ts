import { isDisplay, textDisplay, textOfDisplay } from './displays.ts';
import type { DigestMessage } from './layouts/layout.ts';

type Mentions = DigestMessage['allowed_mentions'];
type Component = NonNullable<DigestMessage['components']>[number];

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
  return {
    ...message,
    content: withoutLine(content, roleId),
    ...(first === undefined ? {} : { components: [withoutMention(first, roleId), ...others] }),
    allowed_mentions: noMentions,
  };
}

/** The header of a compact message without the line. If Discord refused the header, a paper or a menu stands first. */
function withoutMention(first: Component, roleId: string): Component {
  if (!isDisplay(first)) return first;
  const text = textOfDisplay(first);
  const rest = withoutLine(text, roleId);
  return rest === text ? first : textDisplay(rest);
}

function withoutLine(text: string, roleId: string): string {
  const start = `${mentionLine(roleId)}\n`;
  return text.startsWith(start) ? text.slice(start.length) : text;
}

import type { APIDMChannel, APIGuildMember, REST } from 'discord.js';
import type { ReadyPingNotice } from '../../store/pings.ts';
import { readGuildAndBot, readPlace } from '../channel-place.ts';
import { Routes } from '../discord-js.ts';
import { isUnknownMember, readFailure } from '../failures.ts';
import { hasPermission, permissionsIn } from '../permissions.ts';
import { searchHistory } from '../posting/message-history.ts';
import { digestReference } from '../rendering/digest-messages.ts';
import { pingMessage } from '../rendering/ping-message.ts';

/**
 * How an attempt ended.
 * - `dropped`: nobody is left to tell, or Discord will never take it
 * - `gone`: the people who were left out, because they can no longer see the channel
 */
export type PingOutcome =
  | { readonly kind: 'sent' | 'dropped'; readonly gone: readonly string[]; readonly reason?: string }
  | { readonly kind: 'retry'; readonly delayMs: number; readonly inDoubt: boolean; readonly reason: string };

type Rest = Pick<REST, 'get' | 'post'>;

/** Sends a notice to those of its people who can still see the channel. Never throws: every failure is an outcome. */
export async function sendPingNotice(notice: ReadyPingNotice, botUserId: string, rest: Rest): Promise<PingOutcome> {
  try {
    if (!notice.deliveries.some(({ state }) => state === 'sent'))
      return { kind: 'dropped', gone: [], reason: 'its digest was not posted' };
    const gone = await findGone(notice, botUserId, rest);
    if (gone === 'no-channel') return { kind: 'dropped', gone: [], reason: 'the channel cannot be seen' };
    const people = notice.people.filter(({ userId }) => !gone.includes(userId));
    if (people.length === 0) return { kind: 'dropped', gone };
    const outcome = await post({ ...notice, people }, botUserId, rest);
    return outcome.kind === 'retry' ? outcome : { ...outcome, gone };
  } catch (error) {
    const failure = readFailure(error);
    if (failure.kind === 'retry') return failure;
    return { kind: 'dropped', gone: [], reason: failure.reason };
  }
}

/** The people who left the server, or may not see the channel any more. */
async function findGone(
  { guildId, channelId, people }: ReadyPingNotice,
  botUserId: string,
  rest: Rest,
): Promise<readonly string[] | 'no-channel'> {
  const place = await readPlace(channelId, rest);
  if (typeof place === 'string') return 'no-channel';
  const [guild] = await readGuildAndBot(guildId, botUserId, rest);
  const inGuild = { id: guildId, ownerId: guild.owner_id, roles: guild.roles };
  const gone: string[] = [];
  for (const { userId } of people) {
    const roleIds = await readRoles(guildId, userId, rest);
    const held = { userId, roleIds: roleIds ?? [], guild: inGuild, overwrites: place.overwrites };
    if (roleIds === null || !hasPermission(permissionsIn(held), 'viewChannel')) gone.push(userId);
  }
  return gone;
}

/** Null if the user is not on the server. */
async function readRoles(guildId: string, userId: string, rest: Rest): Promise<readonly string[] | null> {
  try {
    return ((await rest.get(Routes.guildMember(guildId, userId))) as APIGuildMember).roles;
  } catch (error) {
    if (isUnknownMember(error)) return null;
    throw error;
  }
}

async function post(
  notice: ReadyPingNotice,
  botUserId: string,
  rest: Rest,
): Promise<{ readonly kind: 'sent' } | Extract<PingOutcome, { kind: 'retry' }>> {
  const { nonce, plannedAt, inDoubt, way, people } = notice;
  const channelId = way === 'mention' ? placeOf(notice) : await openMessages(people[0]?.userId ?? '', rest);
  if (inDoubt) {
    const found = await searchHistory(rest, {
      channelId,
      threadId: null,
      since: plannedAt,
      isWanted: ({ author, content }) => author.id === botUserId && content.endsWith(digestReference(nonce)),
    });
    // It is not sent a second time where nobody can find out whether it was.
    if (found.kind === 'found' || found.kind === 'unreadable') return { kind: 'sent' };
    if (found.kind === 'retry') return found;
  }
  const users = way === 'mention' ? people.map(({ userId }) => userId) : [];
  const body = {
    content: pingMessage(notice),
    allowed_mentions: { users },
    nonce,
    enforce_nonce: true,
  };
  await rest.post(Routes.channelMessages(channelId), { body });
  return { kind: 'sent' };
}

/** The thread or the post that has the papers of the digest; the channel if there is none. A forum takes no messages. */
const placeOf = ({ channelId, deliveries }: ReadyPingNotice): string =>
  deliveries.find(({ threadId }) => threadId !== null)?.threadId ?? channelId;

async function openMessages(userId: string, rest: Rest): Promise<string> {
  return ((await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as APIDMChannel).id;
}

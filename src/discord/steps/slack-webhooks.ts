import { mostWebhooks } from '../../digests/destination.ts';
import { UserError } from '../errors.ts';
import { type ChannelAccess, type CommandContext, guildOf } from '../interactions/context.ts';
import { privately, type Reply } from '../interactions/reply.ts';
import { escapeToFit } from '../rendering/escape.ts';
import type { Message } from '../rendering/message.ts';
import { maskedWebhook, slackList } from '../rendering/slack-list.ts';
import { sayInChannel } from './channel-language.ts';

const reasonLength = 300;

/** An address is not repeated where it is wrong: it may be a secret with a mistake. */
const example = '`https://hooks.slack.com/services/T…/B…/…`';

/**
 * Adds a webhook of Slack to a channel, after a first message there.
 * @throws UserError if it is not added
 */
export async function addWebhook(
  { id: channelId, name }: Pick<ChannelAccess, 'id' | 'name'>,
  address: string,
  context: CommandContext,
): Promise<Reply> {
  const { say, userId, log, store, services } = context;
  const channel = `<#${channelId}>`;
  const greeting = name === null ? say('slack.greetingOwn') : say('slack.greeting', { channel: `#${name}` });
  const outcome = await services.slack.add({ guildId: guildOf(context), channelId, userId, address, greeting });
  switch (outcome.kind) {
    case 'bad-address':
      throw new UserError('bad-address', (words) => words('slack.badAddress', { example }));
    case 'no-digest':
      throw new UserError('no-digest', (words) => words('slack.noDigest', { channel }));
    case 'already':
      throw new UserError('known-webhook', (words) => words('slack.already', { channel }));
    case 'full':
      throw new UserError('webhook-cap', (words) => words('slack.full', { channel, most: mostWebhooks }));
    case 'refused':
    case 'later': {
      const { kind } = outcome;
      const reason = escapeToFit(outcome.reason, reasonLength);
      throw new UserError(`webhook-${kind}`, (words) => words(`slack.${kind}`, { reason }));
    }
    case 'added': {
      const { id } = outcome.destination;
      log.info(
        { event: 'destination.added', channelId, destinationId: id, userId },
        `slack ${id} added to ${channelId}`,
      );
      const line = sayInChannel(await store.channel(channelId), context)('slack.addedOpenly', {
        person: `<@${userId}>`,
      });
      const webhook = `\`${maskedWebhook(outcome.destination.address)}\``;
      return {
        ...privately(say('slack.added', { webhook, channel })),
        announcement: { channelId, message: { content: line } },
      };
    }
  }
}

/** The webhooks of a channel, with a menu that removes one or tries it again. */
export async function showWebhooks(
  channelId: string,
  { store, say }: Pick<CommandContext, 'store' | 'say'>,
  notice?: string,
): Promise<Message> {
  const known = (await store.destinations(channelId)).filter(({ kind }) => kind === 'slack');
  return slackList({ channelId, known, ...(notice === undefined ? {} : { notice }) }, say);
}

import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import type { ChannelAccess } from '../interactions/context.ts';
import { addWebhook, showWebhooks } from '../steps/slack-webhooks.ts';

const definition = {
  name: 'digest slack',
  audience: 'managers',
  visibility: 'private',
  options: {
    webhook: { type: 'text', maxLength: 300 },
    channel: { type: 'channel' },
  },
} as const satisfies CommandDefinition;

/** Sends the digest to Slack as well: adds a webhook, and lists them. */
export const digestSlack: Command<typeof definition, ChannelAccess> = {
  definition,
  async run({ webhook }, context, channel) {
    if (webhook !== undefined) return await addWebhook(channel, webhook, context);
    return { kind: 'message', visibility: 'private', message: await showWebhooks(channel.id, context) };
  },
};

import { topicLimits } from '../../topics/topic.ts';
import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import type { ChannelAccess } from '../interactions/context.ts';
import { previewSubscription } from '../steps/subscription-preview.ts';
import { checkPostable } from '../steps/target-channel.ts';
import { suggestTopics } from '../steps/topic-suggestions.ts';

const definition = {
  name: 'subscribe',
  audience: 'managers',
  visibility: 'private',
  options: {
    topic: {
      type: 'text',
      required: true,
      maxLength: topicLimits.characters,
      hasSuggestions: true,
    },
    channel: { type: 'channel' },
  },
} as const satisfies CommandDefinition;

export const subscribe: Command<typeof definition, ChannelAccess> = {
  definition,
  async run({ topic }, context, access) {
    checkPostable(access);
    const message = await previewSubscription({ text: topic, channelId: access.id, replaces: null }, context);
    return { kind: 'message', visibility: 'private', message };
  },
  suggest: (_option, typed, context) => suggestTopics(typed, context),
};

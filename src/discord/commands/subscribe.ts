import { topicLimits } from '../../topics/topic.ts';
import type { Command, CommandDefinition } from '../interactions/command.ts';
import type { ChannelAccess } from '../interactions/context.ts';
import { previewSubscription } from '../steps/subscription-preview.ts';
import { checkPostable } from '../steps/target-channel.ts';
import { suggestTopics } from '../steps/topic-suggestions.ts';

const definition = {
  name: 'subscribe',
  description: 'Get the papers on a topic in a channel, every day',
  audience: 'managers',
  visibility: 'private',
  options: {
    topic: {
      type: 'text',
      description: 'What the papers are about, such as: diffusion models -survey',
      required: true,
      maxLength: topicLimits.characters,
      hasSuggestions: true,
    },
    channel: { type: 'channel', description: 'Where the papers go (this channel, if you leave it out)' },
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

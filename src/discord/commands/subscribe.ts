import { topicLimits } from '../../topics/topic.ts';
import { UserError } from '../errors.ts';
import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import type { ChannelAccess } from '../interactions/context.ts';
import { previewSubscription } from '../steps/subscription-preview.ts';
import { checkPostable } from '../steps/target-channel.ts';
import { previewProposal } from '../steps/topic-proposal.ts';
import { suggestTopics } from '../steps/topic-suggestions.ts';

const definition = {
  name: 'subscribe',
  audience: 'managers',
  visibility: 'private',
  options: {
    topic: {
      type: 'text',
      maxLength: topicLimits.characters,
      hasSuggestions: true,
    },
    file: { type: 'file' },
    author: { type: 'text', maxLength: 300 },
    channel: { type: 'channel' },
  },
} as const satisfies CommandDefinition;

export const subscribe: Command<typeof definition, ChannelAccess> = {
  definition,
  async run({ topic, file, author }, context, access) {
    checkPostable(access);
    if ([topic, file, author].filter((option) => option !== undefined).length !== 1) throw oneOfThree();
    const channelId = access.id;
    const message =
      topic === undefined
        ? await previewProposal(file === undefined ? { author: author ?? '' } : { file }, channelId, context)
        : await previewSubscription({ text: topic, channelId, replaces: null }, context);
    return { kind: 'message', visibility: 'private', message };
  },
  suggest: (_option, typed, context) => suggestTopics(typed, context),
};

const oneOfThree = (): UserError => new UserError('one-of-three', (say) => say('proposal.oneOfThree'));

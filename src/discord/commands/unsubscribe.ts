import type { Subscription } from '../../store/channels.ts';
import { topicLimits } from '../../topics/topic.ts';
import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { button, customId, row } from '../rendering/components.ts';
import { removeSubscription } from '../steps/removal.ts';
import { noSuchSubscription, orderedSubscriptions } from '../steps/subscription-choice.ts';

const definition = {
  name: 'unsubscribe',
  audience: 'managers',
  visibility: 'private',
  options: {
    subscription: {
      type: 'text',
      required: true,
      maxLength: topicLimits.characters,
      hasSuggestions: true,
    },
  },
} as const satisfies CommandDefinition;

export const unsubscribe: Command<typeof definition, Subscription> = {
  definition,
  async run({ subscription: text }, context, subscription) {
    const removal = await removeSubscription(subscription, context);
    if (removal === null) throw noSuchSubscription(text);
    const undo = row(button(customId('restore', removal.undoId), context.say('subscriptions.undo')));
    const message = { content: removal.text, components: [undo] };
    return { kind: 'message', visibility: 'private', message, announcement: removal.announcement };
  },
  async suggest(_option, typed, context) {
    const wanted = typed.trim().toLowerCase();
    const fitting = (await orderedSubscriptions(context)).filter(({ topic }) => topic.toLowerCase().includes(wanted));
    const names = await context.channelNames();
    return fitting.map(({ id, topic, channelId }) => {
      const place =
        channelId === context.here.id ? context.say('subscriptions.here') : `#${names.get(channelId) ?? channelId}`;
      return { name: `${place}: ${topic}`, value: `#${id}` };
    });
  },
};

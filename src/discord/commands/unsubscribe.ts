import type { Subscription } from '../../store/channels.ts';
import { parseTopic } from '../../topics/language/parse.ts';
import { topicLimits } from '../../topics/topic.ts';
import { UserError } from '../errors.ts';
import type { Command, CommandDefinition } from '../interactions/command.ts';
import { type CommandContext, guildOf } from '../interactions/context.ts';
import { button, customId, row } from '../rendering/components.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { removeSubscription } from '../steps/removal.ts';

const definition = {
  name: 'unsubscribe',
  description: 'Stop getting the papers on a topic',
  audience: 'managers',
  visibility: 'private',
  options: {
    subscription: {
      type: 'text',
      description: 'The topic to drop',
      required: true,
      maxLength: topicLimits.characters,
      hasSuggestions: true,
    },
  },
} as const satisfies CommandDefinition;

export const unsubscribe: Command<typeof definition> = {
  definition,
  async run({ subscription: text }, context) {
    const chosen = choose(text, await ordered(context), context.here.id);
    const removal = chosen === undefined ? null : await removeSubscription(chosen.id, context);
    if (removal === null) {
      const shown = escapeToFit(text, 100);
      throw new UserError(
        'no-such-subscription',
        `There is no subscription “${shown}” here. See all with \`/subscriptions\`.`,
      );
    }
    const undo = row(button(customId('restore', removal.undoId), 'Undo'));
    const message = { content: removal.text, components: [undo] };
    return { kind: 'message', visibility: 'private', message, announcement: removal.announcement };
  },
  async suggest(_option, typed, context) {
    const wanted = typed.trim().toLowerCase();
    const fitting = (await ordered(context)).filter(({ topic }) => topic.toLowerCase().includes(wanted));
    const names = await context.channelNames();
    return fitting.map(({ id, topic, channelId }) => {
      const place = channelId === context.here.id ? 'here' : `#${names.get(channelId) ?? channelId}`;
      return { name: `${place}: ${topic}`, value: `#${id}` };
    });
  },
};

/** The guild's subscriptions, those of this channel first. */
async function ordered(context: CommandContext): Promise<readonly Subscription[]> {
  const subscriptions = await context.store.subscriptions(guildOf(context));
  const isElsewhere = ({ channelId }: Subscription) => Number(channelId !== context.here.id);
  return subscriptions.toSorted((a, b) => isElsewhere(a) - isElsewhere(b));
}

/** Chooses by a suggestion's value, or by the typed topic: in this channel, or if the guild has only one such. */
function choose(text: string, subscriptions: readonly Subscription[], hereId: string): Subscription | undefined {
  const suggested = /^#(\d+)$/.exec(text.trim())?.[1];
  if (suggested !== undefined) return subscriptions.find(({ id }) => id === Number(suggested));
  const parsed = parseTopic(text);
  const topic = parsed.ok ? parsed.topic.canonical : text.trim();
  const same = subscriptions.filter((one) => one.topic === topic);
  return same.find(({ channelId }) => channelId === hereId) ?? (same.length === 1 ? same[0] : undefined);
}

import type { Subscription } from '../../store/channels.ts';
import { parseTopic } from '../../topics/language/parse.ts';
import { UserError } from '../errors.ts';
import { type CommandContext, guildOf } from '../interactions/context.ts';
import { escapeToFit } from '../rendering/escape.ts';

/** The guild's subscriptions, those of this channel first. */
export async function orderedSubscriptions(context: CommandContext): Promise<readonly Subscription[]> {
  const subscriptions = await context.store.subscriptions(guildOf(context));
  const isElsewhere = ({ channelId }: Subscription) => Number(channelId !== context.here.id);
  return subscriptions.toSorted((a, b) => isElsewhere(a) - isElsewhere(b));
}

/** Chooses by a suggestion's value, or by the typed topic: in this channel, or if the guild has only one such. */
export async function chooseSubscription(text: string, context: CommandContext): Promise<Subscription | undefined> {
  const subscriptions = await orderedSubscriptions(context);
  const suggested = /^#(\d+)$/.exec(text.trim())?.[1];
  if (suggested !== undefined) return subscriptions.find(({ id }) => id === Number(suggested));
  const parsed = parseTopic(text, context.store.meaning);
  const topic = parsed.ok ? parsed.topic.canonical : text.trim();
  const same = subscriptions.filter((one) => one.topic === topic);
  return same.find(({ channelId }) => channelId === context.here.id) ?? (same.length === 1 ? same[0] : undefined);
}

export const noSuchSubscription = (text: string): UserError =>
  new UserError('no-such-subscription', (say) => say('errors.noSubscription', { typed: escapeToFit(text, 100) }));

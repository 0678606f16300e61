import { filterOf } from '../../digests/paper-filter.ts';
import { type CommandContext, guildOf } from '../interactions/context.ts';

/** Says why a channel has no digest now, with a next step. */
export async function whyNothing(channelId: string, context: CommandContext): Promise<string> {
  const subscriptions = await context.store.subscriptions(guildOf(context), channelId);
  const place = { channel: `<#${channelId}>` };
  if (subscriptions.length === 0) return context.say('posting.nothingSubscribed', place);
  const channel = await context.store.channel(channelId);
  const isFiltered = channel !== null && filterOf(channel) !== null;
  return context.say(isFiltered ? 'settings.nothingPasses' : 'posting.nothingNew', place);
}

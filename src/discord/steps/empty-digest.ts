import { filterOf } from '../../digests/paper-filter.ts';
import { type CommandContext, guildOf } from '../interactions/context.ts';

/** Says why a channel has no digest now, with a next step. */
export async function whyNothing(channelId: string, context: CommandContext): Promise<string> {
  const subscriptions = await context.store.subscriptions(guildOf(context), channelId);
  if (subscriptions.length === 0)
    return `<#${channelId}> has no subscription, so it gets no digest. Make one with \`/subscribe\`.`;
  const channel = await context.store.channel(channelId);
  if (channel !== null && filterOf(channel) !== null)
    return context.say('settings.nothingPasses', { channel: `<#${channelId}>` });
  return `Nothing is new for <#${channelId}>: no paper since its last digest (or since its subscription) matches. Find earlier papers with \`/papers search\`.`;
}

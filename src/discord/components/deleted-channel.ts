import { sayIn } from '../../language/say.ts';
import type { TopicMove } from '../authorization/rules.ts';
import { type ComponentBehaviour, staleComponent } from '../interactions/component.ts';
import { type CommandContext, guildOf } from '../interactions/context.ts';
import type { Reply } from '../interactions/reply.ts';
import { whenNext } from '../rendering/next-digest.ts';
import { subscriptionList } from '../rendering/subscription-list.ts';
import { recordOpenChannel } from '../steps/blocked-channel.ts';
import { readListing } from '../steps/subscription-listing.ts';
import { checkPostable } from '../steps/target-channel.ts';

/** The menu that moves all topics of a deleted channel to the chosen one. */
export const moveTopics: ComponentBehaviour<'move-topics', TopicMove> = {
  verb: 'move-topics',
  deferral: 'update',
  async run(_press, context, { fromChannelId, target }) {
    checkPostable(target);
    const move = { guildId: guildOf(context), fromChannelId, toChannelId: target.id, at: context.clock() };
    const outcome = await context.store.moveSubscriptions(move);
    if (outcome === null) throw staleComponent();
    await recordOpenChannel(outcome.channel, target, context);
    const { moved, alreadyThere, withdrawnParts, channel } = outcome;
    const { say } = context;
    const next = whenNext(channel, move.at, say);
    const lines = [
      say('subscriptions.moved', { n: moved, channel: `<#${target.id}>`, next }),
      ...(alreadyThere === 0 ? [] : [say('subscriptions.alreadyThere', { n: alreadyThere })]),
      ...(withdrawnParts === 0 ? [] : [say('subscriptions.notSent', { n: withdrawnParts })]),
    ];
    const all = { person: `<@${context.userId}>`, n: moved };
    const line = sayIn(context.guildLanguage)('subscriptions.movedAnnounced', all);
    const reply = await listed(lines.join(' '), context);
    return moved === 0 ? reply : { ...reply, announcement: { channelId: target.id, message: { content: line } } };
  },
};

/** The button that removes all topics of a deleted channel. */
export const dropTopics: ComponentBehaviour<'drop-topics', string> = {
  verb: 'drop-topics',
  deferral: 'update',
  async run(_press, context, channelId) {
    const guildId = guildOf(context);
    let removed = 0;
    for (const { id } of await context.store.subscriptions(guildId, channelId)) {
      // Somebody may have moved it to another channel meanwhile.
      if ((await context.store.unsubscribe(guildId, id, context.clock(), { channelId })) !== null) removed += 1;
    }
    if (removed === 0) throw staleComponent();
    return listed(context.say('subscriptions.dropped', { n: removed }), context);
  },
};

/** The list of the whole server, below what was just done. */
async function listed(text: string, context: CommandContext): Promise<Reply & { readonly kind: 'update' }> {
  const listing = await readListing(null, 0, context);
  return { kind: 'update', message: subscriptionList({ ...listing, notice: { text } }, context.say) };
}

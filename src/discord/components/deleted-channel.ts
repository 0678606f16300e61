import { type ComponentBehaviour, staleComponent } from '../interactions/component.ts';
import { type CommandContext, guildOf } from '../interactions/context.ts';
import type { Reply } from '../interactions/reply.ts';
import { whenNext } from '../rendering/next-digest.ts';
import { count } from '../rendering/numbers.ts';
import { subscriptionList } from '../rendering/subscription-list.ts';
import { managerOf } from '../steps/removal.ts';
import { readListing } from '../steps/subscription-listing.ts';
import { postableChannel } from '../steps/target-channel.ts';

/** The menu that moves all topics of a deleted channel to the chosen one. */
export const moveTopics: ComponentBehaviour = {
  verb: 'move-topics',
  deferral: 'update',
  async run({ rest: [id], values: [chosen] }, context) {
    const fromChannelId = channelIdOf(id);
    await managerOf(fromChannelId, context);
    const target = await postableChannel({ id: channelIdOf(chosen) }, context);
    const move = { guildId: guildOf(context), fromChannelId, toChannelId: target.id, at: context.clock() };
    const outcome = await context.store.moveSubscriptions(move);
    if (outcome === null) throw staleComponent();
    const { name } = target;
    if (name !== null) await context.store.noteChannelNames(move.guildId, new Map([[target.id, name]]));
    const { moved, alreadyThere, withdrawnParts, channel } = outcome;
    const lines = [
      `Done: ${count(moved, 'topic')} moved to <#${target.id}>. Next digest there: ${whenNext(channel, move.at)}.`,
      ...(alreadyThere === 0 ? [] : [`${count(alreadyThere, 'topic')} had a subscription there already.`]),
      ...(withdrawnParts === 0
        ? []
        : [
            `${count(withdrawnParts, 'message')} for the deleted channel will not be sent: \`/papers search\` finds the papers.`,
          ]),
    ];
    const line = `<@${context.userId}> moved ${count(moved, 'topic')} of a deleted channel here.`;
    const reply = await listed(lines.join(' '), context);
    return moved === 0 ? reply : { ...reply, announcement: { channelId: target.id, message: { content: line } } };
  },
};

/** The button that removes all topics of a deleted channel. */
export const dropTopics: ComponentBehaviour = {
  verb: 'drop-topics',
  deferral: 'update',
  async run({ rest: [id] }, context) {
    const channelId = channelIdOf(id);
    await managerOf(channelId, context);
    const guildId = guildOf(context);
    const subscriptions = await context.store.subscriptions(guildId, channelId);
    if (subscriptions.length === 0) throw staleComponent();
    for (const subscription of subscriptions) {
      await context.store.unsubscribe(guildId, subscription.id, context.clock());
    }
    return listed(`Done: ${count(subscriptions.length, 'topic')} of the deleted channel removed.`, context);
  },
};

/** The list of the whole server, below what was just done. */
async function listed(text: string, context: CommandContext): Promise<Reply & { readonly kind: 'update' }> {
  const listing = await readListing(null, 0, context);
  return { kind: 'update', message: subscriptionList({ ...listing, notice: { text } }) };
}

function channelIdOf(text: string | undefined): string {
  if (text !== undefined && /^\d{1,20}$/.test(text)) return text;
  throw staleComponent();
}

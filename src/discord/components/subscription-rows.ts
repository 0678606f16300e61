import type { Draft, Subscription } from '../../store/channels.ts';
import type { PauseChoice } from '../authorization/rules.ts';
import { type ComponentBehaviour, staleComponent } from '../interactions/component.ts';
import { subscriptionList } from '../rendering/subscription-list.ts';
import { showTopic } from '../rendering/subscription-preview.ts';
import { sayInChannel } from '../steps/channel-language.ts';
import { subscriptionsPerGuild } from '../steps/limits.ts';
import { pauseDigest, resumeDigest } from '../steps/pausing.ts';
import { removeSubscription } from '../steps/removal.ts';
import { readListing } from '../steps/subscription-listing.ts';
import { capReached } from '../steps/subscription-preview.ts';
import { editTopic } from './subscription-draft.ts';

/** The list of a component: `all` or a channel, and its page. The query is always limited to the guild. */
function listState([channel, page]: readonly string[]): { readonly channelId: string | null; readonly page: number } {
  const channelId = channel !== undefined && /^\d{1,20}$/.test(channel) ? channel : null;
  return { channelId, page: page !== undefined && /^\d{1,4}$/.test(page) ? Number(page) : 0 };
}

/** The buttons Previous and Next of a list. */
export const turnListPage: ComponentBehaviour<'list-page', null> = {
  verb: 'list-page',
  deferral: 'update',
  async run({ rest }, context) {
    const { channelId, page } = listState(rest);
    return { kind: 'update', message: subscriptionList(await readListing(channelId, page, context), context.say) };
  },
};

/** Removes the chosen subscription and shows the list without it. */
export const removeListed: ComponentBehaviour<'list-remove', Subscription> = {
  verb: 'list-remove',
  deferral: 'update',
  async run({ rest }, context, subscription) {
    const removal = await removeSubscription(subscription, context);
    if (removal === null) throw staleComponent();
    const { channelId, page } = listState(rest);
    const notice = { text: removal.text, undo: removal.undoId };
    const listing = { ...(await readListing(channelId, page, context)), notice };
    return { kind: 'update', message: subscriptionList(listing, context.say), announcement: removal.announcement };
  },
};

/** Pauses the digest of the chosen channel, or lets it come again, and shows the list as it is then. */
export const pauseListed: ComponentBehaviour<'list-pause', PauseChoice> = {
  verb: 'list-pause',
  deferral: 'update',
  async run({ rest }, context, { step, channel: { id } }) {
    const { text, announcement } =
      step === 'pause' ? await pauseDigest(id, () => null, context) : await resumeDigest(id, context);
    const { channelId, page } = listState(rest);
    const listing = { ...(await readListing(channelId, page, context)), notice: { text } };
    return { kind: 'update', message: subscriptionList(listing, context.say), announcement };
  },
};

/** Opens the form for the chosen subscription's topic. */
export const editListed: ComponentBehaviour<'list-edit', Subscription> = {
  verb: 'list-edit',
  deferral: 'update',
  run: (_press, context, subscription) => editTopic(subscription, {}, context),
};

/** The button Undo: brings back the removed subscription as it was. */
export const restoreRemoved: ComponentBehaviour<'restore', Draft> = {
  verb: 'restore',
  deferral: 'update',
  async run(_press, context, { guildId, channelId, replaces }) {
    const restored =
      replaces === null ? null : await context.store.restoreSubscription(guildId, replaces, subscriptionsPerGuild);
    if (restored === null) throw staleComponent();
    if (restored === 'cap-reached') throw capReached(context);
    const topic = `**${showTopic(restored.topic)}**`;
    const person = `<@${context.userId}>`;
    const line = sayInChannel(await context.store.channel(channelId), context)('subscriptions.restoredAnnounced', {
      person,
      topic,
    });
    return {
      kind: 'update',
      message: { content: context.say('subscriptions.restored', { channel: `<#${channelId}>`, topic }) },
      announcement: { channelId, message: { content: line } },
    };
  },
};

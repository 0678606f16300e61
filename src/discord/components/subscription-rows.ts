import { type ComponentBehaviour, rowId, staleComponent } from '../interactions/component.ts';
import { subscriptionList } from '../rendering/subscription-list.ts';
import { showTopic } from '../rendering/subscription-preview.ts';
import { managerOf, removeSubscription } from '../steps/removal.ts';
import { readListing } from '../steps/subscription-listing.ts';
import { editTopic, ownDraft } from './subscription-draft.ts';

/** The list of a component: `all` or a channel, and its page. The query is always limited to the guild. */
function listState([channel, page]: readonly string[]): { readonly channelId: string | null; readonly page: number } {
  const channelId = channel !== undefined && /^\d{1,20}$/.test(channel) ? channel : null;
  return { channelId, page: page !== undefined && /^\d{1,4}$/.test(page) ? Number(page) : 0 };
}

/** The buttons Previous and Next of a list. */
export const turnListPage: ComponentBehaviour = {
  verb: 'list-page',
  deferral: 'update',
  async run({ rest }, context) {
    const { channelId, page } = listState(rest);
    return { kind: 'update', message: subscriptionList(await readListing(channelId, page, context)) };
  },
};

/** Removes the chosen subscription and shows the list without it. */
export const removeListed: ComponentBehaviour = {
  verb: 'list-remove',
  deferral: 'update',
  async run({ rest, values: [id] }, context) {
    const removal = await removeSubscription(rowId(id), context);
    if (removal === null) throw staleComponent();
    const { channelId, page } = listState(rest);
    const notice = { text: removal.text, undo: removal.undoId };
    const listing = { ...(await readListing(channelId, page, context)), notice };
    return { kind: 'update', message: subscriptionList(listing), announcement: removal.announcement };
  },
};

/** Opens the form for the chosen subscription's topic. */
export const editListed: ComponentBehaviour = {
  verb: 'list-edit',
  deferral: 'update',
  run: ({ values: [id] }, context) => editTopic(rowId(id), {}, context),
};

/** The button Undo: brings back the removed subscription as it was. */
export const restoreRemoved: ComponentBehaviour = {
  verb: 'restore',
  deferral: 'update',
  async run({ rest: [id] }, context) {
    const { guildId, channelId, replaces } = await ownDraft(id, context);
    await managerOf(channelId, context);
    const restored = replaces === null ? null : await context.store.restoreSubscription(guildId, replaces);
    if (restored === null) throw staleComponent();
    const topic = `**${showTopic(restored.topic)}**`;
    const line = `<@${context.userId}> subscribed this channel to ${topic} again.`;
    return {
      kind: 'update',
      message: { content: `Undone: <#${channelId}> gets papers on ${topic} as before.` },
      announcement: { channelId, message: { content: line } },
    };
  },
};

import type { Ping } from '../../digests/pings.ts';
import type { Draft, Subscription } from '../../store/channels.ts';
import { UserError } from '../errors.ts';
import type { CommandRequest, ComponentRow, Rule } from '../interactions/authorization.ts';
import { rowId, staleComponent } from '../interactions/component.ts';
import { type ChannelAccess, type CommandContext, guildOf, type PickedChannel } from '../interactions/context.ts';
import { pauseSteps } from '../rendering/subscription-menus.ts';
import { liftBlock } from '../steps/blocked-channel.ts';
import { searchScope } from '../steps/paper-search.ts';
import { checkSharing } from '../steps/sharing.ts';
import { chooseSubscription, noSuchSubscription } from '../steps/subscription-choice.ts';
import { managedChannel, managerOf } from './managed-channel.ts';

/** A draft whose channel its owner may manage. */
export interface ManagedDraft {
  readonly draft: Draft;
  readonly channel: ChannelAccess;
}

/** Topics that move to another channel. */
export interface TopicMove {
  readonly fromChannelId: string;
  readonly target: ChannelAccess;
}

/** The server's list can be seen where Discord offers the command. Its components ask for the same. */
export const managerHere: Rule<unknown, null> = {
  who: 'managers of the channel where they ask',
  grant: async (_, context) => {
    await tryAgain(await managedChannel(undefined, context), context);
    return null;
  },
};

/** Commands with this rule only show the state of a channel. */
export const channelReader: Rule<CommandRequest, ChannelAccess> = {
  who: 'managers of the chosen channel',
  // Commands with this rule define the option `channel` as a channel, or do not define it.
  grant: ({ channel }, context) => managedChannel(channel as PickedChannel | undefined, context),
};

export const channelManager: Rule<CommandRequest, ChannelAccess> = {
  who: channelReader.who,
  grant: async (request, context) => tryAgain(await channelReader.grant(request, context), context),
};

/** Who changes a personal digest may have opened their direct messages. The next message shows whether they did. */
async function tryAgain(channel: ChannelAccess, { guildId, store, clock }: CommandContext): Promise<ChannelAccess> {
  if (guildId === null) await liftBlock(await store.channel(channel.id), store, clock());
  return channel;
}

/** The subscription that the option of `/unsubscribe` names. It can be removed even if its channel is gone. */
export const typedSubscription: Rule<CommandRequest, Subscription> = {
  who: 'managers of the channel of the subscription',
  grant: async ({ subscription }, context) => {
    const text = String(subscription);
    const chosen = await chooseSubscription(text, context);
    return removable(chosen, () => noSuchSubscription(text), context);
  },
};

/** The subscription that was chosen from a menu to be removed. */
export const removableChoice: ComponentRow<Subscription> = {
  who: typedSubscription.who,
  grant: async ({ values: [id] }, context) =>
    removable(await findSubscription(rowId(id), context), staleComponent, context),
};

/** The subscription that was chosen from a menu to be changed. */
export const editableChoice: ComponentRow<Subscription> = {
  who: typedSubscription.who,
  grant: async ({ values: [id] }, context) => editable(await findSubscription(rowId(id), context), context),
};

/** The subscription that a button or a form names. */
export const editableRow: ComponentRow<Subscription> = {
  who: typedSubscription.who,
  grant: async ({ rest: [id] }, context) => editable(await findSubscription(rowId(id), context), context),
};

/** The channel whose feeds a button is about. */
export const feedManager: ComponentRow<string> = {
  who: channelReader.who,
  grant: async ({ rest: [id] }, context) => (await managedChannel({ id: channelIdOf(id) }, context)).id,
};

/** The channel of a button, whose topics can be removed even if it is gone. */
export const topicsRemover: ComponentRow<string> = {
  who: typedSubscription.who,
  grant: async ({ rest: [id] }, context) => {
    const channelId = channelIdOf(id);
    await managerOf(channelId, context);
    return channelId;
  },
};

/** A channel of the list, and whether its digest is paused or comes again. */
export interface PauseChoice {
  readonly step: (typeof pauseSteps)[number];
  readonly channel: ChannelAccess;
}

/** The channel that is chosen in the menu of pauses. */
export const pausableChoice: ComponentRow<PauseChoice> = {
  who: channelManager.who,
  grant: async ({ values: [value = ''] }, context) => {
    const [wanted, id] = value.split(' ');
    const step = pauseSteps.find((one) => one === wanted);
    if (step === undefined) throw staleComponent();
    return { step, channel: await managedChannel({ id: channelIdOf(id) }, context) };
  },
};

/** The channel of a menu, which can be gone, and the chosen one. */
export const topicsMover: ComponentRow<TopicMove> = {
  who: 'managers of both channels',
  grant: async (press, context) => {
    const fromChannelId = await topicsRemover.grant(press, context);
    return { fromChannelId, target: await managedChannel({ id: channelIdOf(press.values[0]) }, context) };
  },
};

export const draftOwner: ComponentRow<Draft> = {
  who: 'the person who ran the command',
  grant: async ({ rest: [id] }, context) => ownDraft(guildOf(context), id, context),
};

/** The owner of a draft, who may have lost the permission since. */
export const draftManager: ComponentRow<ManagedDraft> = {
  who: 'the person who ran the command, as a manager of the channel',
  grant: async (press, context) => {
    const draft = await draftOwner.grant(press, context);
    return { draft, channel: await managedChannel({ id: draft.channelId }, context) };
  },
};

/** The owner of a removal. It can be undone even if the bot cannot see the channel. */
export const removalOwner: ComponentRow<Draft> = {
  who: draftManager.who,
  grant: async (press, context) => {
    const draft = await draftOwner.grant(press, context);
    await managerOf(draft.channelId, context);
    return draft;
  },
};

/** The owner of a search, also in direct messages. */
export const searchOwner: ComponentRow<Draft> = {
  who: draftOwner.who,
  grant: async ({ rest: [id] }, context) => ownDraft(searchScope(context), id, context),
};

/** The owner of a search, where they and the bot may write. In direct messages there is nobody to share it with. */
export const searchSharer: ComponentRow<Draft> = {
  who: 'the person who ran the command, where they and the bot may write',
  grant: async (press, context) => {
    const draft = await searchOwner.grant(press, context);
    if (context.isDirect) throw staleComponent();
    await checkSharing(context);
    return draft;
  },
};

/** The own ping that was chosen from a menu. */
export const pingOwner: ComponentRow<Ping> = {
  who: 'the person who asked for the ping',
  grant: async ({ values: [id] }, { store, userId }) => {
    const wanted = rowId(id);
    const ping = (await store.pings(userId)).find((one) => one.id === wanted);
    if (ping === undefined) throw staleComponent();
    return ping;
  },
};

function channelIdOf(text: string | undefined): string {
  if (text !== undefined && /^\d{1,20}$/.test(text)) return text;
  throw staleComponent();
}

async function findSubscription(id: number, context: CommandContext): Promise<Subscription | undefined> {
  return (await context.store.subscriptions(guildOf(context))).find((one) => one.id === id);
}

async function editable(subscription: Subscription | undefined, context: CommandContext): Promise<Subscription> {
  if (subscription === undefined) throw await refusalOfUnknown(staleComponent, context);
  await managedChannel({ id: subscription.channelId }, context);
  return subscription;
}

async function removable(
  subscription: Subscription | undefined,
  missing: () => UserError,
  context: CommandContext,
): Promise<Subscription> {
  if (subscription === undefined) throw await refusalOfUnknown(missing, context);
  await managerOf(subscription.channelId, context);
  return subscription;
}

/** Only managers learn which subscriptions exist. */
async function refusalOfUnknown(missing: () => UserError, context: CommandContext): Promise<UserError> {
  await managedChannel(undefined, context);
  return missing();
}

async function ownDraft(scope: string, id: string | undefined, context: CommandContext): Promise<Draft> {
  const draft = await context.store.draft(scope, rowId(id));
  if (draft === null) throw staleComponent();
  if (draft.userId === context.userId) return draft;
  throw notTheOwner();
}

export const notTheOwner = (): UserError =>
  new UserError('not-the-owner', 'Only the person who ran the command can use its buttons. Run the command yourself.');

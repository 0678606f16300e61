import type { SetupDraft } from '../../store/onboarding.ts';
import { UserError } from '../errors.ts';
import type { ComponentRow } from '../interactions/authorization.ts';
import { rowId, staleComponent } from '../interactions/component.ts';
import { type ChannelAccess, guildOf } from '../interactions/context.ts';
import { managedChannel } from './managed-channel.ts';
import { notTheOwner } from './rules.ts';

/** A set-up, and its channel, which its owner may manage. */
export interface ManagedSetup {
  readonly draft: SetupDraft;
  readonly channel: ChannelAccess;
}

export const setupOwner: ComponentRow<SetupDraft> = {
  who: 'the person who started the set-up',
  grant: async ({ rest: [id] }, context) => {
    const draft = await context.store.setupDraft(guildOf(context), rowId(id), context.clock());
    if (draft === null) throw new UserError('stale', (say) => say('setup.expired'));
    if (draft.userId !== context.userId) throw notTheOwner();
    return draft;
  },
};

/** The owner of a set-up and the channel that is chosen from its menu. */
export const setupChannelChooser: ComponentRow<ManagedSetup> = {
  who: 'the person who started the set-up, as a manager of the channel',
  grant: async (press, context) => {
    const draft = await setupOwner.grant(press, context);
    const [id] = press.values;
    if (id === undefined || !/^\d{1,20}$/.test(id)) throw staleComponent();
    return { draft, channel: await managedChannel({ id }, context) };
  },
};

/** The owner of a set-up, who may have lost the permission since. */
export const setupManager: ComponentRow<ManagedSetup> = {
  who: setupChannelChooser.who,
  grant: async (press, context) => {
    const draft = await setupOwner.grant(press, context);
    if (draft.channelId === null) throw staleComponent();
    return { draft, channel: await managedChannel({ id: draft.channelId }, context) };
  },
};

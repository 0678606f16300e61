import type { SettingsDraft } from '../../store/settings-drafts.ts';
import type { ComponentRow } from '../interactions/authorization.ts';
import { rowId, staleComponent } from '../interactions/component.ts';
import { type ChannelAccess, guildOf } from '../interactions/context.ts';
import { managedChannel } from './managed-channel.ts';
import { draftManager, draftOwner, notTheOwner } from './rules.ts';

/** A change of settings that is not saved, and the channel, which its owner may manage. */
export interface ManagedSettings {
  readonly draft: SettingsDraft;
  readonly channel: ChannelAccess;
}

export const settingsOwner: ComponentRow<SettingsDraft> = {
  who: draftOwner.who,
  grant: async ({ rest: [id] }, context) => {
    const draft = await context.store.settingsDraft(guildOf(context), rowId(id), context.clock());
    if (draft === null) throw staleComponent();
    if (draft.userId !== context.userId) throw notTheOwner();
    return draft;
  },
};

/** The owner of a change, who may have lost the permission since. */
export const settingsManager: ComponentRow<ManagedSettings> = {
  who: draftManager.who,
  grant: async (press, context) => {
    const draft = await settingsOwner.grant(press, context);
    return { draft, channel: await managedChannel({ id: draft.channelId }, context) };
  },
};

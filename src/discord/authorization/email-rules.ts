import type { Destination } from '../../digests/destination.ts';
import type { ComponentRow } from '../interactions/authorization.ts';
import { rowId, staleComponent } from '../interactions/component.ts';
import { guildOf } from '../interactions/context.ts';
import { emailSteps } from '../rendering/email-list.ts';
import { managerOf } from './managed-channel.ts';
import { channelManager } from './rules.ts';

/** An address of a channel, and what becomes of it. */
export interface EmailStep {
  readonly step: (typeof emailSteps)[number];
  readonly destination: Destination;
  readonly channelId: string;
}

/** The address that is chosen in the menu of a channel's addresses, also if the channel is gone. */
export const emailStepManager: ComponentRow<EmailStep> = {
  who: channelManager.who,
  grant: async ({ rest: [channelId = ''], values: [value = ''] }, context) => {
    const [wanted, id] = value.split(' ');
    const step = emailSteps.find((one) => one === wanted);
    const known = await context.store.destinations(channelId);
    const isWanted = ({ kind, id: one, guildId }: Destination) =>
      kind === 'mail' && one === rowId(id) && guildId === guildOf(context);
    const destination = known.find(isWanted);
    if (step === undefined || destination === undefined) throw staleComponent();
    await managerOf(channelId, context);
    return { step, destination, channelId };
  },
};

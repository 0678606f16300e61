import type { Destination } from '../../digests/destination.ts';
import type { ComponentRow } from '../interactions/authorization.ts';
import { rowId, staleComponent } from '../interactions/component.ts';
import { guildOf } from '../interactions/context.ts';
import { slackSteps } from '../rendering/slack-list.ts';
import { channelManager, topicsRemover } from './rules.ts';

/** A webhook of a channel, and what becomes of it. */
export interface SlackStep {
  readonly step: (typeof slackSteps)[number];
  readonly destination: Destination;
}

/** The webhook that is chosen in the menu of a channel's webhooks, also if the channel is gone. */
export const slackStepManager: ComponentRow<SlackStep> = {
  who: channelManager.who,
  grant: async (press, context) => {
    const channelId = await topicsRemover.grant(press, context);
    const [wanted, id] = (press.values[0] ?? '').split(' ');
    const step = slackSteps.find((one) => one === wanted);
    const known = await context.store.destinations(channelId);
    // Who manages a channel of another server reaches this far with a forged press.
    const guildId = guildOf(context);
    const destination = known.find((one) => one.kind === 'slack' && one.id === rowId(id) && one.guildId === guildId);
    if (step === undefined || destination === undefined) throw staleComponent();
    return { step, destination };
  },
};

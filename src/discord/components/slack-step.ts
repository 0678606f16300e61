import type { SlackStep } from '../authorization/slack-rules.ts';
import { type ComponentBehaviour, staleComponent } from '../interactions/component.ts';
import { maskedWebhook } from '../rendering/slack-list.ts';
import { sayInChannel } from '../steps/channel-language.ts';
import { showWebhooks } from '../steps/slack-webhooks.ts';

/** The menu of `/digest slack`: removes a webhook, or tries it again. */
export const stepSlack: ComponentBehaviour<'slack-step', SlackStep> = {
  verb: 'slack-step',
  deferral: 'update',
  async run(_press, context, { step, destination: { id, address, channelId } }) {
    const { store, say, userId, log } = context;
    const webhook = `\`${maskedWebhook(address)}\``;
    if (step === 'retry') {
      if (!(await store.unblockDestination(id))) throw staleComponent();
      return { kind: 'update', message: await showWebhooks(channelId, context, say('slack.retried', { webhook })) };
    }
    if (!(await store.removeDestination(id, channelId))) throw staleComponent();
    log.info({ event: 'destination.removed', channelId, destinationId: id, userId }, `slack ${id} removed`);
    const line = sayInChannel(await store.channel(channelId), context)('slack.removedOpenly', {
      person: `<@${userId}>`,
    });
    return {
      kind: 'update',
      message: await showWebhooks(channelId, context, say('slack.removed', { webhook })),
      announcement: { channelId, message: { content: line } },
    };
  },
};

import type { EmailStep } from '../authorization/email-rules.ts';
import { type ComponentBehaviour, staleComponent } from '../interactions/component.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { sayInChannel } from '../steps/channel-language.ts';
import { showAddresses } from '../steps/email-addresses.ts';

const addressLength = 260;

/** The menu of `/digest email`: removes an address, or tries it again. */
export const stepEmail: ComponentBehaviour<'email-step', EmailStep> = {
  verb: 'email-step',
  deferral: 'update',
  async run(_press, context, { step, destination: { id, address }, channelId }) {
    const { store, say, userId, log } = context;
    const shown = `**${escapeToFit(address, addressLength)}**`;
    if (step === 'retry') {
      if (!(await store.unblockDestination(id))) throw staleComponent();
      return {
        kind: 'update',
        message: await showAddresses(channelId, context, say('mail.retried', { address: shown })),
      };
    }
    if (!(await store.removeDestination(id, channelId))) throw staleComponent();
    log.info({ event: 'destination.removed', channelId, destinationId: id, userId }, `email ${id} removed`);
    const notice = say('mail.removed', { address: shown });
    const line = sayInChannel(await store.channel(channelId), context)('mail.removedOpenly', {
      person: `<@${userId}>`,
    });
    const known = (await store.destinations(channelId)).filter(({ kind }) => kind === 'mail');
    const message =
      known.length === 0 ? { content: notice, components: [] } : await showAddresses(channelId, context, notice);
    return { kind: 'update', message, announcement: { channelId, message: { content: line } } };
  },
};

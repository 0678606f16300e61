import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import type { ChannelAccess } from '../interactions/context.ts';
import { privately } from '../interactions/reply.ts';
import { confirmAddress, requestAddress, showAddresses } from '../steps/email-addresses.ts';

const definition = {
  name: 'digest email',
  audience: 'managers',
  visibility: 'private',
  options: {
    address: { type: 'text', maxLength: 300 },
    code: { type: 'text', maxLength: 20 },
    channel: { type: 'channel' },
  },
} as const satisfies CommandDefinition;

/** Sends the digest to email addresses as well: asks for one, confirms it by its code, and lists them. */
export const digestEmail: Command<typeof definition, ChannelAccess> = {
  definition,
  async run({ address, code }, context, { id: channelId }) {
    if (code !== undefined) return await confirmAddress(channelId, code, context);
    if (address !== undefined) return privately(await requestAddress(channelId, address, context));
    return { kind: 'message', visibility: 'private', message: await showAddresses(channelId, context) };
  },
};

import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { subscriptionList } from '../rendering/subscription-list.ts';
import { readListing } from '../steps/subscription-listing.ts';

const definition = {
  name: 'subscriptions',
  audience: 'managers',
  visibility: 'private',
  options: { channel: { type: 'channel' } },
} as const satisfies CommandDefinition;

export const subscriptions: Command<typeof definition> = {
  definition,
  async run({ channel }, context) {
    const message = subscriptionList(await readListing(channel?.id ?? null, 0, context), context.say);
    return { kind: 'message', visibility: 'private', message };
  },
};

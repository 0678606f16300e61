import type { APIDMChannel, REST } from 'discord.js';
import { Routes } from './discord-js.ts';
import { UserError } from './errors.ts';
import { readFailure } from './failures.ts';
import type { ChannelAccess } from './interactions/context.ts';
import type { InteractionOrigin } from './interactions/interaction.ts';
import { everything } from './permissions.ts';

/** Discord's number for a channel of direct messages. */
const directType = 1;

/** Finds the user's direct messages with the bot, and opens them where the interaction comes from elsewhere. */
export function createDirectMessages(
  { here, userId, isDirect }: InteractionOrigin,
  rest: Pick<REST, 'post'>,
): () => Promise<ChannelAccess> {
  return async () => accessTo(isDirect ? here.id : await open(userId, rest));
}

/** In direct messages everybody may do everything. */
const accessTo = (id: string): ChannelAccess => ({
  id,
  type: directType,
  invoker: everything,
  bot: everything,
  name: null,
  isLocked: false,
});

async function open(userId: string, rest: Pick<REST, 'post'>): Promise<string> {
  try {
    const body = { recipient_id: userId };
    return ((await rest.post(Routes.userChannels(), { body })) as APIDMChannel).id;
  } catch (error) {
    const { kind } = readFailure(error);
    if (kind !== 'blocked' && kind !== 'rejected') throw error;
    throw new UserError('closed-messages', (say) =>
      say('personal.cannotWrite', { reason: say('blocks.closed'), next: say('blocks.unblockClosed') }),
    );
  }
}

import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { type ChannelAccess, guildOf } from '../interactions/context.ts';
import { privately } from '../interactions/reply.ts';
import { previewMessages } from '../rendering/digest-messages.ts';
import { whyNothing } from '../steps/empty-digest.ts';
import { checkReadable } from '../steps/unreadable-topics.ts';

const definition = {
  name: 'digest preview',
  audience: 'managers',
  visibility: 'private',
  options: { channel: { type: 'channel' } },
} as const satisfies CommandDefinition;

/** Each message of a preview is a request, and the first ones show how the digest looks. */
const messagesShown = 3;

export const digestPreview: Command<typeof definition, ChannelAccess> = {
  definition,
  async run(_args, context, { id }) {
    checkReadable(id, await context.store.subscriptions(guildOf(context), id), context.store);
    const digest = await context.services.previewDigest(id);
    if (digest === null) return privately(await whyNothing(id, context));
    const messages = previewMessages(digest);
    const hidden = messages.length - messagesShown;
    const [first = {}, ...more] = messages.slice(0, messagesShown);
    const note = { content: context.say('posting.goesOn', { messages: hidden }) };
    return { kind: 'message', visibility: 'private', message: first, more: hidden > 0 ? [...more, note] : more };
  },
};

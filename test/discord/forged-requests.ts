import { Routes } from 'discord.js';
import { button, channelSelect, row, select } from '../../src/discord/rendering/components.ts';
import { viewMessage } from '../../src/playground/discord/message-view.ts';
import type { Message } from '../../src/playground/discord/world-shapes.ts';
import type { Person } from '../../src/playground/person.ts';
import type { Reply } from '../../src/playground/reply.ts';
import type { LogFields } from '../../src/ports.ts';
import type { BotUnderTest } from '../support/bot.ts';

/** A button or a menu that the bot never showed to its user. */
export interface ForgedPress {
  readonly customId: string;
  /** The option that is chosen, for a menu. */
  readonly value?: string;
  /** The channel that is chosen, for a menu of channels. */
  readonly channel?: string;
}

/** Uses a forged button or menu in a channel. The bot itself has to post it, as Discord checks what a message holds. */
export async function pressForged(
  bot: BotUnderTest,
  person: Person,
  { customId, value, channel }: ForgedPress,
  channelId: string,
): Promise<Reply> {
  const component =
    channel !== undefined
      ? channelSelect(customId, 'Forged')
      : value === undefined
        ? button(customId, 'Forged')
        : select(customId, 'Forged', [{ value, label: 'Forged' }]);
  const view = viewMessage(await postForged(bot, row(component), channelId), bot.discord.world);
  const chosen = channel ?? value;
  return chosen === undefined ? person.press(view, customId) : person.choose(view, customId, chosen);
}

async function postForged(bot: BotUnderTest, components: ReturnType<typeof row>, channelId: string): Promise<Message> {
  const body = { content: 'Forged', components: [components], allowed_mentions: { parse: [] } };
  const { id } = (await bot.rest.post(Routes.channelMessages(channelId), { body })) as { readonly id: string };
  const message = bot.discord.world.channel(channelId).messages?.find((one) => one.id === id);
  if (message === undefined) throw new Error('The forged message is not there.');
  return message;
}

/** Submits a form that the bot opened for somebody else, with another id. */
export async function submitForged(
  bot: BotUnderTest,
  person: Person,
  { form, customId, text }: { readonly form: Reply; readonly customId: string; readonly text: string },
  channelId: string,
): Promise<Reply> {
  const modal = form.modal === undefined ? undefined : { ...form.modal, customId };
  const source = await postForged(bot, row(button(customId, 'Forged')), channelId);
  const interaction = { channel: bot.discord.world.channel(channelId), source };
  return person.submit({ modal, interaction } as unknown as Reply, { topic: text });
}

/** Offers every command to everybody everywhere, as the administrators of a server can do in its settings. */
export function offerToEverybody({ discord: { world } }: BotUnderTest): void {
  for (const [id, command] of world.commands)
    world.commands.set(id, { ...command, default_member_permissions: null, contexts: [0, 1, 2] });
}

/** The code of the refusal of an interaction, or `granted`. */
export function outcomeOf({ log }: BotUnderTest, { interaction }: Reply): string {
  const isRefusal = (line: LogFields): boolean =>
    line.event === 'interaction.refused' && line['interactionId'] === interaction.id;
  return String(log.lines.find(isRefusal)?.['code'] ?? 'granted');
}

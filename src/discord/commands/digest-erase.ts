import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { guildOf } from '../interactions/context.ts';
import { button, customId, row } from '../rendering/components.ts';

const definition = {
  name: 'digest erase',
  audience: 'managers',
  visibility: 'private',
  options: {},
} as const satisfies CommandDefinition;

export const digestErase: Command<typeof definition> = {
  definition,
  async run(_, context) {
    const { store, say, guildId } = context;
    const subscriptions = await store.subscriptions(guildOf(context));
    const content = say(guildId === null ? 'data.eraseOwn' : 'data.eraseServer', {
      topics: subscriptions.length,
      channels: new Set(subscriptions.map(({ channelId }) => channelId)).size,
    });
    const components = [row(button(customId('erase-server'), say('data.eraseButton'), 'danger'))];
    return { kind: 'message', visibility: 'private', message: { content, components } };
  },
};

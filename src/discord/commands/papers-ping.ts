import { topicLimits } from '../../topics/topic.ts';
import { UserError } from '../errors.ts';
import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { privately } from '../interactions/reply.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { channelHere } from '../steps/channel-here.ts';
import { readQuery } from '../steps/search-reading.ts';

/** The most pings of a person in a channel. */
const pingsPerChannel = 10;
const shownTopic = 200;

const definition = {
  name: 'papers ping',
  audience: 'everyone',
  visibility: 'private',
  options: {
    topic: {
      type: 'text',
      required: true,
      maxLength: topicLimits.characters,
    },
    how: {
      type: 'choice',
      choices: { mention: 'A mention in the channel', message: 'A direct message' },
    },
  },
} as const satisfies CommandDefinition;

export const papersPing: Command<typeof definition> = {
  definition,
  async run({ topic: typed, how: way = 'mention' }, context) {
    const { store, guildId, userId, say, clock } = context;
    if (guildId === null) throw new UserError('no-pings-here', (words) => words('pings.elsewhere'));
    const channelId = await channelHere(context);
    const channel = `<#${channelId}>`;
    if ((await store.subscriptions(guildId, channelId)).length === 0)
      throw new UserError('no-digest', (words) => words('pings.noDigest', { channel }));
    const { canonical } = readQuery(typed, context);
    const added = await store.addPing({
      ...{ guildId, channelId, userId, topic: canonical, way },
      ...{ at: clock(), cap: pingsPerChannel },
    });
    if (added === 'cap-reached')
      throw new UserError('ping-cap', (words) => words('pings.full', { most: pingsPerChannel, channel }));
    const topic = `**${escapeToFit(canonical, shownTopic)}**`;
    const chosen = way === 'mention' ? 'mention' : 'other';
    return privately(say(`pings.${added}`, { way: chosen, channel, topic }));
  },
};

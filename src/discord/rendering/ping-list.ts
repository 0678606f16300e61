import type { Ping } from '../../digests/pings.ts';
import type { Say } from '../../language/say.ts';
import { customId, row, select } from './components.ts';
import { escapeToFit } from './escape.ts';
import { embedColor, type Message } from './message.ts';
import { messageLimits } from './message-limits.ts';

const topicLength = 100;

/** A person's own pings, with a menu to remove one. A link names a channel, because a mention works only on its server. */
export function pingList(pings: readonly Ping[], say: Say, notice?: string): Message {
  const above = notice === undefined ? [] : [notice];
  if (pings.length === 0) return { content: [...above, say('pings.none')].join('\n'), embeds: [], components: [] };
  const shown = pings.slice(0, messageLimits.selectOptions);
  const rows = shown.map(({ topic, guildId, channelId, way }) =>
    say('pings.row', {
      topic: `**${escapeToFit(topic, topicLength)}**`,
      place: `https://discord.com/channels/${guildId}/${channelId}`,
      way: way === 'mention' ? 'mention' : 'other',
    }),
  );
  const options = shown.map(({ id, topic }) => ({ value: String(id), label: topic }));
  return {
    content: [...above, say('pings.list', { count: pings.length })].join('\n'),
    embeds: [{ description: rows.join('\n').slice(0, messageLimits.description), color: embedColor }],
    components: [row(select(customId('remove-ping'), say('pings.remove'), options))],
  };
}

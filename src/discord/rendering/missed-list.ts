import type { Say } from '../../language/say.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Topic } from '../../topics/topic.ts';
import { escapeToFit } from './escape.ts';
import { embedColor, type Message } from './message.ts';
import { showTopic } from './subscription-preview.ts';

/** How many titles are listed, and how long each is at most, so that they fit into one embed. */
const listedAtMost = 30;
const longestTitle = 110;

/** The given papers that a topic does not find. */
export function missedList({ canonical }: Topic, missed: readonly Paper[], say: Say): Message {
  const topic = showTopic(canonical);
  if (missed.length === 0) return { content: say('proposal.missesNothing', { topic }) };
  const titles = missed.slice(0, listedAtMost).map(({ title }) => `• ${escapeToFit(title, longestTitle)}`);
  const more = missed.length - titles.length;
  const lines = more === 0 ? titles : [...titles, say('proposal.missedMore', { n: more })];
  return {
    content: say('proposal.missed', { topic, n: missed.length }),
    embeds: [{ description: lines.join('\n'), color: embedColor }],
  };
}

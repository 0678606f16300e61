import { categories } from '../../papers/categories.ts';
import { topicLimits } from '../../topics/topic.ts';
import type { Command, CommandDefinition, Suggestion } from './command.ts';
import { type CommandContext, guildOf } from './context.ts';
import { previewSubscription } from './subscription-preview.ts';
import { postableChannel } from './target-channel.ts';

const definition = {
  name: 'subscribe',
  description: 'Get the papers on a topic in a channel, every day',
  audience: 'managers',
  visibility: 'private',
  options: {
    topic: {
      type: 'text',
      description: 'What the papers are about, such as: diffusion models -survey',
      required: true,
      maxLength: topicLimits.characters,
      hasSuggestions: true,
    },
    channel: { type: 'channel', description: 'Where the papers go (this channel, if you leave it out)' },
  },
} as const satisfies CommandDefinition;

/** Topics of many fields, to show what can be asked for. */
const examples = [
  '"large language models"',
  'diffusion models -survey',
  'title:transformer cat:cs.*',
  'author:hinton',
  'robot (grasping OR manipulation)',
  'cat:quant-ph "error correction"',
] as const;

export const subscribe: Command<typeof definition> = {
  definition,
  async run({ topic, channel }, context) {
    const target = await postableChannel(channel, context);
    const message = await previewSubscription({ text: topic, channelId: target.id, replaces: null }, context);
    return { kind: 'message', visibility: 'private', message };
  },
  async suggest(_option, typed, context) {
    const topics = await serverTopics(context);
    const wanted = typed.trim().toLowerCase();
    const fitting = [...topics, ...categorySuggestions(wanted), ...examples.map(plain)].filter(
      ({ name, value }) => name.toLowerCase().includes(wanted) || value.toLowerCase().includes(wanted),
    );
    // What is typed comes first, so that pressing enter never submits something else.
    return wanted === '' ? fitting : [plain(typed.trim()), ...fitting];
  },
};

const plain = (text: string): Suggestion => ({ name: text, value: text });

async function serverTopics(context: CommandContext): Promise<readonly Suggestion[]> {
  const subscriptions = await context.store.subscriptions(guildOf(context));
  return [...new Set(subscriptions.map(({ topic }) => topic))].map(plain);
}

/** Categories come as what one would type: `cat:cs.LG`, named. Only once something is typed: there are 155. */
function categorySuggestions(wanted: string): readonly Suggestion[] {
  if (wanted === '') return [];
  return categories.map(({ id, name }) => ({ name: `cat:${id} (${name})`, value: `cat:${id}` }));
}

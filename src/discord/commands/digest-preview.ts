import type { Command, Suggestion } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { type ChannelAccess, type CommandContext, guildOf } from '../interactions/context.ts';
import { privately, type Reply } from '../interactions/reply.ts';
import { previewMessages } from '../rendering/digest-messages.ts';
import type { Message } from '../rendering/message.ts';
import { messageLimits } from '../rendering/message-limits.ts';
import { whyNothing } from '../steps/empty-digest.ts';
import { readDayOption, todayIn } from '../steps/past-days.ts';
import { copyDigest, whyNoDigest } from '../steps/past-digest.ts';
import { checkReadable } from '../steps/unreadable-topics.ts';

const definition = {
  name: 'digest preview',
  audience: 'managers',
  visibility: 'private',
  options: { date: { type: 'text', maxLength: 40, hasSuggestions: true }, channel: { type: 'channel' } },
} as const satisfies CommandDefinition;

/** Each message of a preview is a request, and the first ones show how the digest looks. */
const messagesShown = 3;

/** How many runs are read to find days to suggest. */
const runsRead = 60;

export const digestPreview: Command<typeof definition, ChannelAccess> = {
  definition,
  async run({ date: typed }, context, { id }) {
    const today = await todayIn(id, context);
    const date = typed === undefined ? null : readDayOption(typed, today);
    const copy = date === null ? null : await copyDigest(id, date, context);
    if (copy !== null) return showFirst([{ content: copy.about }], copy.messages, context);
    if (date !== null && date < today) return privately(await whyNoDigest(id, date, context));
    return await previewNext(id, context);
  },
  async suggest(_option, typed, context) {
    return await suggestDigests(typed.trim(), context);
  },
};

/** The digest that the channel would get now. */
async function previewNext(id: string, context: CommandContext): Promise<Reply> {
  checkReadable(id, await context.store.subscriptions(guildOf(context), id), context.store);
  const digest = await context.services.previewDigest(id);
  if (digest === null) return privately(await whyNothing(id, context));
  return showFirst([], previewMessages(digest), context);
}

/** The first messages of a digest, below a note where there is one. */
function showFirst(note: readonly Message[], messages: readonly Message[], { say }: CommandContext): Reply {
  const hidden = messages.length - messagesShown;
  const rest = hidden > 0 ? [{ content: say('posting.goesOn', { messages: hidden }) }] : [];
  const [message = {}, ...more] = [...note, ...messages.slice(0, messagesShown), ...rest];
  return { kind: 'message', visibility: 'private', message, more };
}

/** The days on which this channel got a digest, newest first. A day that is typed in another way can be submitted too. */
async function suggestDigests(typed: string, { store, here, say }: CommandContext): Promise<readonly Suggestion[]> {
  const runs = await store.digestRuns(here.id, runsRead);
  const digests = runs.filter(({ state }) => state === 'planned');
  const days = digests.map(({ date, shown, matched }) => ({
    name: say.join([say.date(date), say('status.shown', { shown, matched })], 'facts'),
    value: date,
  }));
  const fitting = days.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed.toLowerCase()));
  const other = typed === '' || fitting.length > 0 ? [] : [{ name: typed, value: typed }];
  return [...fitting, ...other].slice(0, messageLimits.choices);
}

import type { PostDigestOutcome } from '../../use-cases/post-digest-now.ts';
import type { Command, CommandDefinition } from '../interactions/command.ts';
import { type ChannelAccess, type CommandContext, guildOf } from '../interactions/context.ts';
import { privately } from '../interactions/reply.ts';
import { howToUnblock } from '../posting-problem.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { whenNext } from '../rendering/next-digest.ts';
import { count } from '../rendering/numbers.ts';
import { showDate, timestamp } from '../rendering/time.ts';
import { liftBlock } from '../steps/blocked-channel.ts';
import { whyNothing } from '../steps/empty-digest.ts';
import { checkPostable } from '../steps/target-channel.ts';
import { checkReadable } from '../steps/unreadable-topics.ts';

const definition = {
  name: 'digest now',
  audience: 'managers',
  visibility: 'private',
  options: { channel: { type: 'channel' } },
} as const satisfies CommandDefinition;

export const digestNow: Command<typeof definition, ChannelAccess> = {
  definition,
  async run(_args, context, access) {
    const { id } = access;
    checkPostable(access);
    const subscriptions = await context.store.subscriptions(guildOf(context), id);
    if (subscriptions.length === 0) return privately(await whyNothing(id, context));
    checkReadable(id, subscriptions, context.store);
    await liftBlock(await context.store.channel(id), context.store, context.clock());
    return privately(await describe(await context.services.postDigestNow(id), id, context));
  },
};

async function describe(outcome: PostDigestOutcome, channelId: string, context: CommandContext): Promise<string> {
  const place = `<#${channelId}>`;
  switch (outcome.kind) {
    case 'posted': {
      const what = outcome.papers === null ? 'the rest of the digest' : count(outcome.papers, 'paper');
      return `Done: ${what} posted in ${place}, in ${count(outcome.messages, 'message')}.`;
    }
    case 'nothing-new':
      return whyNothing(channelId, context);
    case 'already-posted':
      return `${place} already has its digest of ${showDate(outcome.date)}, and gets one a day. Next digest: ${whenNext(outcome, context.clock())}.`;
    case 'queued': {
      const why = outcome.reason === null ? '' : `: ${escapeToFit(outcome.reason, 200)}`;
      return `The digest for ${place} is not complete yet${why}. I try again ${timestamp(outcome.retryAt, 'R')}. You need not run this again.`;
    }
    case 'incomplete': {
      const { messages, parts, date, reason, isUncertain } = outcome;
      const why = reason === null ? '' : `: ${escapeToFit(reason, 200)}`;
      const rest = isUncertain ? 'The rest may or may not be there' : 'The rest could not be posted';
      return `${messages} of ${count(parts, 'message')} of the digest of ${showDate(date)} came to ${place}. ${rest}${why}. See \`/digest status\` for more.`;
    }
    case 'blocked':
      return `Nothing can be posted in ${place}: ${escapeToFit(outcome.reason, 300)}. ${howToUnblock(outcome.reason)}`;
  }
}

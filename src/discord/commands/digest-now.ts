import type { PostDigestOutcome } from '../../use-cases/post-digest-now.ts';
import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { type ChannelAccess, type CommandContext, guildOf } from '../interactions/context.ts';
import { privately } from '../interactions/reply.ts';
import { howToUnblock, wordReason } from '../rendering/block.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { whenNext } from '../rendering/next-digest.ts';
import { timestamp } from '../rendering/time.ts';
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
  const channel = `<#${channelId}>`;
  const { say } = context;
  const because = (reason: string) => escapeToFit(wordReason(reason, say), 200);
  switch (outcome.kind) {
    case 'posted': {
      const { papers, messages } = outcome;
      if (papers === null) return say('posting.postedRest', { channel, messages });
      return say('posting.posted', { channel, papers, messages });
    }
    case 'nothing-new':
      return whyNothing(channelId, context);
    case 'already-posted': {
      const next = whenNext(outcome, context.clock(), say);
      return say('posting.alreadyPosted', { channel, day: say.date(outcome.date), next });
    }
    case 'queued': {
      const when = timestamp(outcome.retryAt, 'R');
      if (outcome.reason === null) return say('posting.queued', { channel, when });
      return say('posting.queuedBecause', { channel, when, reason: because(outcome.reason) });
    }
    case 'incomplete': {
      const { messages: arrived, parts: messages, date, reason, isUncertain } = outcome;
      const why = reason === null ? '' : say('posting.because', { reason: because(reason) });
      const rest = isUncertain ? 'uncertain' : 'other';
      return say('posting.incomplete', { arrived, messages, day: say.date(date), channel, rest, reason: why });
    }
    case 'blocked': {
      const reason = escapeToFit(wordReason(outcome.reason, say), 300);
      return say('posting.blocked', { channel, reason, next: howToUnblock(outcome.reason, say) });
    }
  }
}

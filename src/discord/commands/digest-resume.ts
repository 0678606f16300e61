import type { Say } from '../../language/say.ts';
import type { ResumeOutcome } from '../../use-cases/resume-digest.ts';
import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import type { ChannelAccess } from '../interactions/context.ts';
import { privately } from '../interactions/reply.ts';
import { timestamp } from '../rendering/time.ts';
import { sayInChannel } from '../steps/channel-language.ts';

const definition = {
  name: 'digest resume',
  audience: 'managers',
  visibility: 'private',
  options: { channel: { type: 'channel' } },
} as const satisfies CommandDefinition;

export const digestResume: Command<typeof definition, ChannelAccess> = {
  definition,
  async run(_args, context, { id }) {
    const outcome = await context.services.resumeDigest(id);
    const channel = `<#${id}>`;
    if (outcome === null) return privately(context.say('posting.notPaused', { channel }));
    const next = timestamp(outcome.nextDigestAt, 'F');
    const line = sayInChannel(await context.store.channel(id), context)('posting.resumeAnnounced', {
      person: `<@${context.userId}>`,
      next,
    });
    return {
      ...privately(showResumed(channel, next, outcome, context.say)),
      announcement: { channelId: id, message: { content: line } },
    };
  },
};

const showResumed = (channel: string, next: string, { skippedPapers, resumedDays }: ResumeOutcome, say: Say): string =>
  skippedPapers === 0
    ? say('posting.resumed', { channel, next })
    : say('posting.resumedWithout', { channel, next, days: resumedDays, papers: skippedPapers });

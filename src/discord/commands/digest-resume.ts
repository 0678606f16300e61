import type { ResumeOutcome } from '../../use-cases/resume-digest.ts';
import type { Command, CommandDefinition } from '../interactions/command.ts';
import type { ChannelAccess } from '../interactions/context.ts';
import { privately } from '../interactions/reply.ts';
import { count } from '../rendering/numbers.ts';
import { timestamp } from '../rendering/time.ts';

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
    if (outcome === null) {
      return privately(`The digest of <#${id}> is not paused, so nothing was changed. See \`/digest status\`.`);
    }
    const next = `The next digest comes ${timestamp(outcome.nextDigestAt, 'F')}`;
    const line = `<@${context.userId}> resumed the digest of this channel. ${next}.`;
    return {
      kind: 'message',
      visibility: 'private',
      message: { content: `Done: <#${id}> gets its digest again. ${next}${showSkipped(outcome)}` },
      announcement: { channelId: id, message: { content: line } },
    };
  },
};

function showSkipped({ skippedPapers, resumedDays }: ResumeOutcome): string {
  if (skippedPapers === 0) return ', with what matched meanwhile.';
  const what = `${count(skippedPapers, 'older paper')} that matched`;
  return `, with what matched in the last ${resumedDays} days. ${what} will not be posted; \`/papers search\` finds ${skippedPapers === 1 ? 'it' : 'them'}.`;
}

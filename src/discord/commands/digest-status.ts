import { latestOccurrence, occurrenceDate } from '../../digests/schedule.ts';
import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import type { DigestRun } from '../../store/runs.ts';
import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { type ChannelAccess, type CommandContext, guildOf } from '../interactions/context.ts';
import { missingPermissions, posting, threading } from '../permissions.ts';
import { statusPanel } from '../rendering/status-panel.ts';
import { type ShownRun, stateOfParts } from '../rendering/status-runs.ts';
import { countUnreadable } from '../steps/unreadable-topics.ts';

const definition = {
  name: 'digest status',
  audience: 'managers',
  visibility: 'private',
  options: { channel: { type: 'channel' } },
} as const satisfies CommandDefinition;

const runsShown = 5;

export const digestStatus: Command<typeof definition, ChannelAccess> = {
  definition,
  async run(_args, context, access) {
    const { id: channelId } = access;
    const [record, subscriptions, runs, sources, indexing] = await Promise.all([
      context.store.channel(channelId),
      context.store.subscriptions(guildOf(context), channelId),
      context.store.digestRuns(channelId, runsShown + 1),
      context.services.readSourceStates(),
      context.store.indexing(),
    ]);
    const message = statusPanel(
      {
        channelId,
        channel: record,
        subscriptionCount: subscriptions.length,
        unreadableTopics: countUnreadable(subscriptions, context.store),
        isMeaningDamaged: context.store.meaning.damage !== null,
        now: context.clock(),
        runs: await Promise.all(runs.slice(0, runsShown).map((run) => showRun(run, record, context))),
        hasEarlierRuns: runs.length > runsShown,
        sources,
        indexing,
        missingPermissions: missingPermissions(access.bot, [
          ...posting(access.type),
          ...(record?.layout === 'thread' ? threading : []),
          'readMessageHistory',
        ]),
      },
      context.say,
    );
    return { kind: 'message', visibility: 'private', message };
  },
};

/** A run with the state of its digest in the outbox. */
async function showRun(run: DigestRun, channel: ChannelRecord | null, context: CommandContext): Promise<ShownRun> {
  if (run.state === 'waiting' && channel !== null && isOver(run, channel, context.clock())) {
    return { run, state: 'not made', reason: null, parts: [] };
  }
  if (run.state !== 'planned') return { run, state: run.state, reason: run.reason, parts: [] };
  const parts = await context.store.deliveries(run.channelId, run.date);
  const underWay = parts.find(({ state }) => state === 'blocked' || state === 'retry');
  const publications = await context.store.publications(run.channelId, run.date);
  const state = stateOfParts(parts.map((part) => part.state));
  return { run, state, reason: underWay?.reason ?? null, parts, publications };
}

/** Whether the day of a run is over: no digest is due, or the one of a later day is. */
const isOver = ({ date }: DigestRun, { schedule, nextDigestAt }: ChannelRecord, now: Instant): boolean =>
  nextDigestAt > now || date < occurrenceDate(schedule, latestOccurrence(schedule, now));

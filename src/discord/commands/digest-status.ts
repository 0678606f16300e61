import type { Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { type ChannelAccess, guildOf } from '../interactions/context.ts';
import { missingPermissions, posting, threading } from '../permissions.ts';
import { statusPanel } from '../rendering/status-panel.ts';
import { showRun } from '../steps/shown-run.ts';
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
    const [record, subscriptions, runs, sources, indexing, destinations] = await Promise.all([
      context.store.channel(channelId),
      context.store.subscriptions(guildOf(context), channelId),
      context.store.digestRuns(channelId, runsShown + 1),
      context.services.readSourceStates(),
      context.store.indexing(),
      context.store.destinations(channelId),
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
        destinations,
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

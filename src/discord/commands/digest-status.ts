import type { DeliveryState } from '../../store/outbox.ts';
import type { DigestRun } from '../../store/runs.ts';
import { parseCanonical } from '../../topics/language/parse.ts';
import type { Command, CommandDefinition } from '../interactions/command.ts';
import { type ChannelAccess, type CommandContext, guildOf } from '../interactions/context.ts';
import { missingPermissions, posting } from '../permissions.ts';
import { type RunState, type ShownRun, statusPanel } from '../rendering/status-panel.ts';
import { isThread } from '../steps/target-channel.ts';

const definition = {
  name: 'digest status',
  description: 'See how the last digests went, when the next one comes, and what holds it up',
  audience: 'managers',
  visibility: 'private',
  options: { channel: { type: 'channel', description: 'Whose digest (this channel, if you leave it out)' } },
} as const satisfies CommandDefinition;

const runsShown = 5;

export const digestStatus: Command<typeof definition, ChannelAccess> = {
  definition,
  async run(_args, context, access) {
    const { id: channelId } = access;
    const [record, subscriptions, runs, sources, indexing] = await Promise.all([
      context.store.channel(channelId),
      context.store.subscriptions(guildOf(context), channelId),
      context.store.digestRuns(channelId, runsShown),
      context.services.readSourceStates(),
      context.store.indexing(),
    ]);
    const message = statusPanel({
      channelId,
      channel: record,
      subscriptionCount: subscriptions.length,
      unreadableTopics: subscriptions.filter(({ topic }) => !parseCanonical(topic).ok).length,
      now: context.clock(),
      runs: await Promise.all(runs.map((run) => showRun(run, context))),
      sources,
      indexing,
      missingPermissions: missingPermissions(access.bot, posting(isThread(access))),
    });
    return { kind: 'message', visibility: 'private', message };
  },
};

/** A run with the state of its digest in the outbox. */
async function showRun(run: DigestRun, context: CommandContext): Promise<ShownRun> {
  if (run.state !== 'planned') return { run, state: run.state, reason: run.reason, parts: [] };
  const parts = await context.store.deliveries(run.channelId, run.date);
  const underWay = parts.find(({ state }) => state === 'blocked' || state === 'retry');
  return { run, state: deliveryState(parts.map(({ state }) => state)), reason: underWay?.reason ?? null, parts };
}

/** The state of a digest from the states of its parts. Finished deliveries are deleted after some time. */
function deliveryState(states: readonly DeliveryState[]): RunState {
  const open = states.filter((state) => state !== 'sent');
  if (open.length === 0) return 'delivered';
  if (open.some((state) => state === 'blocked' || state === 'dropped' || state === 'uncertain')) return 'failed';
  return open.every((state) => state === 'withdrawn') ? 'withdrawn' : 'on its way';
}

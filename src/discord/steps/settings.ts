import { isDeepStrictEqual } from 'node:util';
import { defaultLayout } from '../../digests/layout-name.ts';
import { defaultRanking } from '../../digests/ranking-name.ts';
import { defaultSchedule, nextOccurrence } from '../../digests/schedule.ts';
import type { Say } from '../../language/say.ts';
import {
  type ChangedSettings,
  type ChannelDefaults,
  type SettingName,
  type SettingValues,
  settingValues,
} from '../../store/channels.ts';
import type { ManagedSettings } from '../authorization/settings-rules.ts';
import { type ChannelAccess, type CommandContext, guildOf } from '../interactions/context.ts';
import type { Announcement } from '../interactions/reply.ts';
import type { Message } from '../rendering/message.ts';
import { showNextDigest } from '../rendering/next-digest.ts';
import { changesBetween, type ShownChange } from '../rendering/settings/registry.ts';
import { confirmationScreen, showChange } from '../rendering/settings/screens.ts';
import { type ShownSettings, settingsPanel } from '../rendering/settings-panel.ts';
import { sayInChannel } from './channel-language.ts';
import { readLearned } from './learned-topics.ts';
import { graceMinutes, papersPerDigest } from './limits.ts';
import { readScene } from './settings-scene.ts';

/** The settings of a channel that has none yet. */
export const settingsDefaults = ({ guildLanguage }: Pick<CommandContext, 'guildLanguage'>): ChannelDefaults => ({
  schedule: defaultSchedule,
  maxPapers: papersPerDigest.default,
  language: guildLanguage,
});

/** A channel that was neither configured nor subscribed. */
const unconfigured = (context: CommandContext): ShownSettings => ({
  ...settingsDefaults(context),
  graceMinutes: graceMinutes.default,
  layout: defaultLayout,
  ranking: defaultRanking,
  sources: null,
  minUpvotes: 0,
  mentionRoleId: null,
  saysQuietDays: false,
  followsUp: false,
  reviewDay: null,
  publishes: true,
  omitsSeen: false,
  nextDigestAt: nextOccurrence(defaultSchedule, context.clock()),
  lastDigestAt: null,
  nextReviewAt: null,
  blockedReason: null,
  pausedAt: null,
  pausedUntil: null,
});

export const readSettings = async (channelId: string, context: CommandContext): Promise<ShownSettings> =>
  (await context.store.channel(channelId)) ?? unconfigured(context);

/** The panel of a channel, with a draft that its menu adds changes to. */
export async function showPanel(
  channel: ChannelAccess,
  context: CommandContext,
  { isChanged = false, notes = [] }: { readonly isChanged?: boolean; readonly notes?: readonly string[] } = {},
): Promise<Message> {
  const { store, clock, userId } = context;
  const { id: channelId } = channel;
  const guildId = guildOf(context);
  const settings = await readSettings(channelId, context);
  const whose = { guildId, channelId, userId, at: clock() };
  const { id: draftId } = await store.saveSettingsDraft({ ...whose, changes: {}, seen: {} });
  const subscriptionCount = (await store.subscriptions(guildId, channelId)).length;
  const scene = await readScene(settings, channel, context);
  const learned = await readLearned(channelId, store);
  const panel = { channelId, settings, scene, learned, subscriptionCount, isChanged, now: clock(), draftId, notes };
  return settingsPanel(panel);
}

/** Adds changes to a draft, and shows before → after to be saved. Without a change it shows the panel. */
export async function proposeChanges(
  { draft, channel }: ManagedSettings,
  chosen: ChangedSettings,
  context: CommandContext,
  notes: readonly string[] = [],
): Promise<Message> {
  const current = settingValues(await readSettings(channel.id, context));
  const changes = differing(current, { ...draft.changes, ...chosen });
  const names = Object.keys(changes) as SettingName[];
  if (names.length === 0) return showPanel(channel, context, { notes: [...notes, context.say('settings.unchanged')] });
  const seen = Object.fromEntries(names.map((name) => [name, current[name]])) as ChangedSettings;
  const { guildId, channelId, userId } = draft;
  const saved = await context.store.saveSettingsDraft({
    guildId,
    channelId,
    userId,
    changes,
    seen,
    at: context.clock(),
  });
  const scene = await readScene(current, channel, context);
  return confirmationScreen({
    channelId,
    draftId: saved.id,
    changes: await showChanges(
      { before: current, after: { ...current, ...changes } as SettingValues, channel, say: context.say },
      context,
    ),
    newRoleId: changes.mentionRoleId ?? null,
    scene,
    notes,
  });
}

function differing(current: SettingValues, changes: ChangedSettings): ChangedSettings {
  const names = (Object.keys(changes) as SettingName[]).filter((name) => changes[name] !== undefined);
  return Object.fromEntries(
    names.flatMap((name) => (isDeepStrictEqual(changes[name], current[name]) ? [] : [[name, changes[name]]])),
  );
}

interface ChangeRequest {
  readonly before: SettingValues;
  readonly after: SettingValues;
  readonly channel: ChannelAccess;
  readonly say: Say;
}

async function showChanges(
  { before, after, channel, say }: ChangeRequest,
  context: CommandContext,
): Promise<readonly ShownChange[]> {
  return changesBetween(
    { values: before, scene: await readScene(before, channel, context, say) },
    { values: after, scene: await readScene(after, channel, context, say) },
  );
}

/** The public line about a change, in the language of the channel. Undefined if no digest comes, or if nothing differs. */
export async function announceChanges(
  before: SettingValues,
  channel: ChannelAccess,
  context: CommandContext,
): Promise<Announcement | undefined> {
  const { store, clock, userId } = context;
  const settings = await readSettings(channel.id, context);
  const say = sayInChannel(settings, context);
  const changes = await showChanges({ before, after: settingValues(settings), channel, say }, context);
  const isSubscribed = (await store.subscriptions(guildOf(context), channel.id)).length > 0;
  if (changes.length === 0 || !isSubscribed) return undefined;
  const isMoved = changes.some(({ setting }) => setting.names.includes('time'));
  const lines = [
    say('settings.announced', { person: `<@${userId}>` }),
    ...changes.map((change) => showChange(change, say)),
    ...(isMoved ? [`-# ${showNextDigest(settings, clock(), say)}`] : []),
  ];
  return { channelId: channel.id, message: { content: lines.join('\n') } };
}

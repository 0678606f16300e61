import type { ZoneReading } from '../../digests/zones.ts';
import type { Say } from '../../language/say.ts';
import type { Instant } from '../../ports.ts';
import { type ChannelRecord, settingValues } from '../../store/channels.ts';
import { showBlock } from './block.ts';
import { escapeToFit } from './escape.ts';
import type { Message } from './message.ts';
import { showNextDigest } from './next-digest.ts';
import { forgetRow, type Learned, learnedLines } from './settings/learned.ts';
import { settingsIn, showSetting } from './settings/registry.ts';
import { settingsMenu } from './settings/screens.ts';
import type { SettingsScene } from './settings/setting.ts';
import { timestamp } from './time.ts';

/** A channel's settings, or those of a channel that has none yet. */
export type ShownSettings = Omit<
  ChannelRecord,
  'channelId' | 'guildId' | 'kind' | 'lastDigestDate' | 'reviewedUntil' | 'unblockedAt' | 'skippedPapers'
>;

export interface SettingsPanel {
  readonly channelId: string;
  readonly settings: ShownSettings;
  readonly scene: SettingsScene;
  /** Null if nothing was marked. */
  readonly learned: Learned | null;
  readonly subscriptionCount: number;
  readonly now: Instant;
  /** Whether a setting was changed just now. */
  readonly isChanged: boolean;
  /** The draft that the menu adds changes to. */
  readonly draftId: number;
  /** Lines above the settings. */
  readonly notes?: readonly string[];
}

/** A channel's settings, the time of its next digest, and a menu to change the settings. */
export function settingsPanel(panel: SettingsPanel): Message {
  const { channelId, settings, scene, learned, subscriptionCount, isChanged, now, draftId, notes = [] } = panel;
  const { say } = scene;
  const { lastDigestAt, blockedReason } = settings;
  const next = blockedReason === null ? showNextDigest(settings, now, say) : showBlock(blockedReason, 300, say);
  const values = settingValues(settings);
  const lines = [
    ...notes,
    say(isChanged ? 'settings.headChanged' : 'settings.head', { channel: `<#${channelId}>` }),
    ...settingsIn(scene).map((setting) => showSetting(setting, values, scene)),
    ...(learned === null ? [] : learnedLines(learned, say)),
    say('settings.subscriptions', { count: subscriptionCount }),
    subscriptionCount === 0 ? say('settings.noDigest') : next,
    ...(lastDigestAt === null ? [] : [say('settings.lastDigest', { time: timestamp(lastDigestAt, 'F') })]),
  ];
  const menu = settingsMenu(draftId, scene, 'settings.menu');
  return { content: lines.join('\n'), components: learned === null ? [menu] : [menu, forgetRow(draftId, say)] };
}

const refusals = {
  several: 'settings.zoneSeveral',
  clock: 'settings.zoneClock',
  unknown: 'settings.zoneUnknown',
} as const;

/** Why the typed text is not a zone, and which zones may be meant. */
export function refusedZone(text: string, { kind, zones }: Exclude<ZoneReading, { kind: 'zone' }>, say: Say): string {
  const meant = zones.map((zone) => `\`${zone}\``);
  const next =
    zones.length === 0 ? say('settings.zoneExample') : say('settings.zoneMeant', { zones: say.list(meant, 'or') });
  return say(refusals[kind], { typed: escapeToFit(text.trim(), 60), next });
}

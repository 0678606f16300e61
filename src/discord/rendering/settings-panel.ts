import type { ZoneReading } from '../../digests/zones.ts';
import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import { showBlock } from './block.ts';
import { escapeToFit } from './escape.ts';
import { layouts } from './layouts/registry.ts';
import type { Message } from './message.ts';
import { showNextDigest } from './next-digest.ts';
import { count, listOf } from './numbers.ts';
import { rankingChoices } from './paper-place.ts';
import { showSchedule } from './subscription-preview.ts';
import { timestamp } from './time.ts';

export interface SettingsPanel {
  readonly channelId: string;
  readonly settings: Pick<
    ChannelRecord,
    | 'schedule'
    | 'maxPapers'
    | 'graceMinutes'
    | 'layout'
    | 'ranking'
    | 'nextDigestAt'
    | 'lastDigestAt'
    | 'blockedReason'
    | 'pausedAt'
    | 'pausedUntil'
  >;
  readonly subscriptionCount: number;
  readonly now: Instant;
  /** Whether the command changed a setting. */
  readonly isChanged: boolean;
}

/** A channel's settings, the time of its next digest, and how to change the settings. */
export function settingsPanel({ channelId, settings, subscriptionCount, isChanged, now }: SettingsPanel): Message {
  const { schedule, maxPapers, graceMinutes, layout, ranking, lastDigestAt, blockedReason } = settings;
  const next = blockedReason === null ? showNextDigest(settings, now) : showBlock(blockedReason, 300);
  const lines = [
    `**Digest settings of <#${channelId}>**${isChanged ? ' (changed just now)' : ''}`,
    `When: ${showSchedule(schedule)}`,
    `At most: ${count(maxPapers, 'paper')} a digest`,
    `Layout: ${layouts[layout].label}`,
    `Order: ${rankingChoices[ranking]}`,
    `Waits for a late source: ${graceMinutes === 0 ? 'not at all' : `up to ${count(graceMinutes, 'minute')}`}`,
    `Subscriptions: ${subscriptionCount}`,
    subscriptionCount === 0 ? 'Next digest: none, since nothing is subscribed. Subscribe with `/subscribe`.' : next,
    ...(lastDigestAt === null ? [] : [`Last digest: ${timestamp(lastDigestAt, 'F')}`]),
    ...(isChanged
      ? []
      : ['-# Change them with the options of `/digest settings`: time, zone, days, max, grace, layout, ranking.']),
  ];
  return { content: lines.join('\n') };
}

const refusals = {
  several: (typed: string) => `${typed} is in more than one time zone.`,
  clock: (typed: string) => `${typed} names a time, not a place, so it does not say when clocks change.`,
  unknown: (typed: string) => `I do not know the time zone ${typed}.`,
};

/** Why the typed text is not a zone, and which zones may be meant. */
export function refusedZone(typed: string, { kind, zones }: Exclude<ZoneReading, { kind: 'zone' }>): string {
  const start = `${refusals[kind](`“${escapeToFit(typed.trim(), 60)}”`)} Nothing was changed.`;
  if (zones.length === 0) return `${start} Give a city or a region, as in \`Berlin\` or \`Europe/Berlin\`.`;
  const choices = zones.map((zone) => `\`${zone}\``);
  return `${start} Did you mean ${listOf(choices, 'or')}?`;
}

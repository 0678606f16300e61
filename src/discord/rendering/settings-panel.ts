import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import { escapeToFit } from './escape.ts';
import type { Message } from './message.ts';
import { count } from './numbers.ts';
import { showSchedule } from './subscription-preview.ts';
import { timestamp } from './time.ts';

export interface SettingsPanel {
  readonly channelId: string;
  readonly settings: Pick<
    ChannelRecord,
    | 'schedule'
    | 'maxPapers'
    | 'graceMinutes'
    | 'nextDigestAt'
    | 'lastDigestAt'
    | 'blockedReason'
    | 'pausedAt'
    | 'pausedUntil'
  >;
  readonly subscriptionCount: number;
  readonly now: Instant;
  /** Whether something was just changed. */
  readonly isChanged: boolean;
}

/** A channel's settings, when its next digest comes, and how to change them. */
export function settingsPanel({ channelId, settings, subscriptionCount, isChanged, now }: SettingsPanel): Message {
  const { schedule, maxPapers, graceMinutes, nextDigestAt, lastDigestAt, blockedReason } = settings;
  const next = showNextDigest(nextDigestAt, now);
  const lines = [
    `**Digest settings of <#${channelId}>**${isChanged ? ' (changed just now)' : ''}`,
    `When: ${showSchedule(schedule)}`,
    `At most: ${count(maxPapers, 'paper')} a digest`,
    `Waits for a late source: ${graceMinutes === 0 ? 'not at all' : `up to ${count(graceMinutes, 'minute')}`}`,
    `Subscriptions: ${subscriptionCount}`,
    subscriptionCount === 0 ? 'Next digest: none, since nothing is subscribed. Subscribe with `/subscribe`.' : next,
    ...(settings.pausedAt === null ? [] : [showPause(settings.pausedAt, settings.pausedUntil)]),
    ...(lastDigestAt === null ? [] : [`Last digest: ${timestamp(lastDigestAt, 'F')}`]),
    ...(blockedReason === null
      ? []
      : [
          `**Blocked**, nothing can be posted: ${escapeToFit(blockedReason, 300)}. Mend that, then run \`/digest now\`.`,
        ]),
    ...(isChanged ? [] : ['-# Change them with the options of `/digest settings`: time, zone, days, max, grace.']),
  ];
  return { content: lines.join('\n') };
}

/** One that is due already is made with the next look at what is due, unless it waits for a source. */
export const showNextDigest = (at: Instant, now: Instant): string =>
  at <= now ? 'Next digest: due now' : `Next digest: ${timestamp(at, 'F')}, ${timestamp(at, 'R')}`;

/** `Paused since …, until …` with the way out. */
export function showPause(since: Instant, until: Instant | null): string {
  const end = until === null ? '' : `, until ${timestamp(until, 'F')}`;
  return `**Paused** since ${timestamp(since, 'f')}${end}. Go on with \`/digest resume\`.`;
}

/** Where a zone is not known: those that may be meant. */
export function unknownZone(text: string, suggestions: readonly string[]): string {
  const start = `I know no time zone “${escapeToFit(text, 60)}”.`;
  if (suggestions.length === 0) return `${start} Give a city or a region as in \`Europe/Berlin\`.`;
  return `${start} Did you mean ${suggestions.map((zone) => `\`${zone}\``).join(' or ')}?`;
}

import { defaultLayout } from '../../digests/layout-name.ts';
import { defaultRanking } from '../../digests/ranking-name.ts';
import { defaultSchedule, nextOccurrence, parseDays, parseTime, type Schedule } from '../../digests/schedule.ts';
import { findZones, readZone } from '../../digests/zones.ts';
import type { Instant } from '../../ports.ts';
import type { ChangedSettings } from '../../store/channels.ts';
import { UserError } from '../errors.ts';
import type { ArgumentsOf, Command, CommandDefinition } from '../interactions/command.ts';
import { type ChannelAccess, guildOf } from '../interactions/context.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { layoutChoices } from '../rendering/layouts/registry.ts';
import { messageLimits } from '../rendering/message-limits.ts';
import { rankingChoices } from '../rendering/paper-place.ts';
import { refusedZone, settingsPanel } from '../rendering/settings-panel.ts';
import { graceMinutes, papersPerDigest } from '../steps/limits.ts';

const definition = {
  name: 'digest settings',
  description: 'See or change when the digest comes and how long it is',
  audience: 'managers',
  visibility: 'private',
  options: {
    channel: { type: 'channel', description: 'Whose digest (this channel, if you leave it out)' },
    time: { type: 'text', description: 'Time of day, such as 09:00 or 9am', maxLength: 40 },
    zone: { type: 'text', description: 'Time zone: type a city', maxLength: 100, hasSuggestions: true },
    days: {
      type: 'text',
      description: 'Such as: every day, weekdays, Mon Wed Fri',
      maxLength: 100,
      hasSuggestions: true,
    },
    max: {
      type: 'integer',
      description: 'Most papers in one digest',
      min: papersPerDigest.min,
      max: papersPerDigest.max,
    },
    grace: {
      type: 'integer',
      description: 'How many minutes a digest waits for a late source (0: not at all)',
      min: graceMinutes.min,
      max: graceMinutes.max,
    },
    layout: {
      type: 'choice',
      description: 'How the papers of a digest look',
      choices: layoutChoices,
    },
    ranking: {
      type: 'choice',
      description: 'Which papers come first, and stay if there are too many',
      choices: rankingChoices,
    },
  },
} as const satisfies CommandDefinition;

/** The settings of a channel that has none yet. */
const defaults = { schedule: defaultSchedule, maxPapers: papersPerDigest.default } as const;

/** A channel that was neither configured nor subscribed. */
const unconfigured = (now: Instant) => ({
  ...defaults,
  graceMinutes: graceMinutes.default,
  layout: defaultLayout,
  ranking: defaultRanking,
  nextDigestAt: nextOccurrence(defaultSchedule, now),
  lastDigestAt: null,
  blockedReason: null,
  pausedAt: null,
  pausedUntil: null,
});

type Args = ArgumentsOf<typeof definition>;

export const digestSettings: Command<typeof definition, ChannelAccess> = {
  definition,
  async run(args, context, { id: channelId }) {
    const guildId = guildOf(context);
    const changes = readChanges(args);
    const settings =
      changes === null
        ? ((await context.store.channel(channelId)) ?? unconfigured(context.clock()))
        : await context.store.configureChannel({ channelId, guildId, changes, defaults, at: context.clock() });
    const subscriptionCount = (await context.store.subscriptions(guildId, channelId)).length;
    const message = settingsPanel({
      channelId,
      settings,
      subscriptionCount,
      isChanged: changes !== null,
      now: context.clock(),
    });
    return { kind: 'message', visibility: 'private', message };
  },
  async suggest(option, typed) {
    const values = option === 'zone' ? findZones(typed, messageLimits.choices) : dayExamples(typed);
    return values.map((value) => ({ name: value, value }));
  },
};

/** The settings that were given. Null if there are none. */
function readChanges({ time, zone, days, max, grace, layout, ranking }: Args): ChangedSettings | null {
  if ([time, zone, days, max, grace, layout, ranking].every((value) => value === undefined)) return null;
  return {
    time: time === undefined ? undefined : readTime(time),
    zone: zone === undefined ? undefined : readKnownZone(zone),
    days: days === undefined ? undefined : readDays(days),
    maxPapers: max,
    graceMinutes: grace,
    layout,
    ranking,
  };
}

function readTime(text: string): string {
  const time = parseTime(text);
  if (time !== null) return time;
  throw new UserError(
    'bad-time',
    `“${escapeToFit(text, 40)}” is not a time that I can read. Write it as in \`09:00\` or \`9am\`.`,
  );
}

function readKnownZone(text: string): string {
  const reading = readZone(text);
  if (reading.kind === 'zone') return reading.zone;
  throw new UserError('bad-zone', refusedZone(text, reading));
}

function readDays(text: string): Schedule['days'] {
  const days = parseDays(text);
  if (days !== null) return days;
  const hint = 'Write them as in `every day`, `weekdays` or `Mon, Wed, Fri`.';
  throw new UserError('bad-days', `“${escapeToFit(text, 60)}” are not days that I can read. ${hint}`);
}

function dayExamples(typed: string): readonly string[] {
  const examples = ['every day', 'weekdays', 'weekends', 'Mon, Wed, Fri', 'Tue, Thu', 'Mon'];
  const wanted = typed.trim();
  return wanted === ''
    ? examples
    : [wanted, ...examples.filter((one) => one.toLowerCase().includes(wanted.toLowerCase()))];
}

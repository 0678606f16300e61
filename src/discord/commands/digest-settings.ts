import { defaultLayout } from '../../digests/layout-name.ts';
import { rescheduled } from '../../digests/rescheduling.ts';
import { defaultSchedule, nextOccurrence, parseDays, parseTime, type Schedule } from '../../digests/schedule.ts';
import { findZones, readZone } from '../../digests/zones.ts';
import { UserError } from '../errors.ts';
import type { ArgumentsOf, Command, CommandDefinition } from '../interactions/command.ts';
import { guildOf } from '../interactions/context.ts';
import { escapeToFit } from '../rendering/escape.ts';
import { layoutChoices } from '../rendering/layouts/registry.ts';
import { messageLimits } from '../rendering/message-limits.ts';
import { refusedZone, settingsPanel } from '../rendering/settings-panel.ts';
import { graceMinutes, papersPerDigest } from '../steps/limits.ts';
import { managedChannel } from '../steps/target-channel.ts';

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
  },
} as const satisfies CommandDefinition;

/** The state of a channel without settings. */
const neverRun = { lastDigestAt: null, blockedReason: null, pausedAt: null, pausedUntil: null };

type Args = ArgumentsOf<typeof definition>;

export const digestSettings: Command<typeof definition> = {
  definition,
  async run(args, context) {
    const guildId = guildOf(context);
    const { id: channelId } = await managedChannel(args.channel, context);
    const stored = await context.store.channel(channelId);
    const changes = readChanges(args, stored?.schedule ?? defaultSchedule);
    const isChanged = changes !== null;
    const schedule = changes?.schedule ?? stored?.schedule ?? defaultSchedule;
    const maxPapers = args.max ?? stored?.maxPapers ?? papersPerDigest.default;
    const layout = args.layout ?? stored?.layout ?? defaultLayout;
    const grace = args.grace ?? stored?.graceMinutes ?? graceMinutes.default;
    const subscriptionCount = (await context.store.subscriptions(guildId, channelId)).length;
    // Without a subscription, no digest is due.
    const nextDigestAt =
      stored === null || subscriptionCount === 0
        ? nextOccurrence(schedule, context.clock())
        : rescheduled(stored, schedule, context.clock());
    const shown = { schedule, maxPapers, graceMinutes: grace, layout, nextDigestAt, ...neverRun };
    const settings = isChanged
      ? await context.store.configureChannel(
          { channelId, guildId, schedule, maxPapers, graceMinutes: grace, layout },
          nextDigestAt,
        )
      : (stored ?? shown);
    const message = settingsPanel({
      channelId,
      settings,
      subscriptionCount,
      isChanged,
      now: context.clock(),
    });
    return { kind: 'message', visibility: 'private', message };
  },
  async suggest(option, typed) {
    const values = option === 'zone' ? findZones(typed, messageLimits.choices) : dayExamples(typed);
    return values.map((value) => ({ name: value, value }));
  },
};

/** The schedule with the given changes. Null if nothing was given. */
function readChanges(
  { time, zone, days, max, grace, layout }: Args,
  current: Schedule,
): { readonly schedule: Schedule } | null {
  if ([time, zone, days, max, grace, layout].every((value) => value === undefined)) return null;
  return {
    schedule: {
      time: time === undefined ? current.time : readTime(time),
      zone: zone === undefined ? current.zone : readKnownZone(zone),
      days: days === undefined ? current.days : readDays(days),
    },
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

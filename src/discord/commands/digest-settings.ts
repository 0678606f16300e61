import { findZones } from '../../digests/zones.ts';
import { type ChangedSettings, settingValues } from '../../store/channels.ts';
import type { ArgumentsOf, Command } from '../interactions/command.ts';
import type { CommandDefinition } from '../interactions/command-definition.ts';
import { type ChannelAccess, guildOf } from '../interactions/context.ts';
import type { Announcement, Reply } from '../interactions/reply.ts';
import { layoutChoices } from '../rendering/layouts/registry.ts';
import type { Message } from '../rendering/message.ts';
import { messageLimits } from '../rendering/message-limits.ts';
import { rankingChoices } from '../rendering/paper-place.ts';
import { reviewDayOf, weeklyChoices } from '../rendering/settings/weekly.ts';
import { graceMinutes, papersPerDigest } from '../steps/limits.ts';
import { announceChanges, readSettings, settingsDefaults, showPanel } from '../steps/settings.ts';
import { readDays, readKnownZone, readTime } from '../steps/settings-reading.ts';
import { checkLayout } from '../steps/thread-layout.ts';

const definition = {
  name: 'digest settings',
  audience: 'managers',
  visibility: 'private',
  options: {
    channel: { type: 'channel' },
    time: { type: 'text', maxLength: 40 },
    zone: { type: 'text', maxLength: 100, hasSuggestions: true },
    days: {
      type: 'text',
      maxLength: 100,
      hasSuggestions: true,
    },
    max: {
      type: 'integer',
      min: papersPerDigest.min,
      max: papersPerDigest.max,
    },
    grace: {
      type: 'integer',
      min: graceMinutes.min,
      max: graceMinutes.max,
    },
    layout: {
      type: 'choice',
      choices: layoutChoices,
    },
    ranking: {
      type: 'choice',
      choices: rankingChoices,
    },
    weekly: {
      type: 'choice',
      choices: weeklyChoices,
    },
  },
} as const satisfies CommandDefinition;

type Args = ArgumentsOf<typeof definition>;

export const digestSettings: Command<typeof definition, ChannelAccess> = {
  definition,
  async run(args, context, channel) {
    const changes = readChanges(args);
    if (changes === null) return privateReply(await showPanel(channel, context));
    checkLayout(changes.layout, channel);
    const { id: channelId } = channel;
    const before = settingValues(await readSettings(channelId, context));
    const request = { channelId, guildId: guildOf(context), changes, defaults: settingsDefaults(context) };
    await context.store.configureChannel({ ...request, at: context.clock() });
    const announcement = await announceChanges(before, channel, context);
    return privateReply(await showPanel(channel, context, { isChanged: true }), announcement);
  },
  async suggest(option, typed) {
    const values = option === 'zone' ? findZones(typed, messageLimits.choices) : dayExamples(typed);
    return values.map((value) => ({ name: value, value }));
  },
};

const privateReply = (message: Message, announcement?: Announcement): Reply => ({
  kind: 'message',
  visibility: 'private',
  message,
  ...(announcement === undefined ? {} : { announcement }),
});

/** The settings that were given. Null if there are none. */
function readChanges({ time, zone, days, max, grace, layout, ranking, weekly }: Args): ChangedSettings | null {
  if ([time, zone, days, max, grace, layout, ranking, weekly].every((value) => value === undefined)) return null;
  return {
    time: time === undefined ? undefined : readTime(time),
    zone: zone === undefined ? undefined : readKnownZone(zone),
    days: days === undefined ? undefined : readDays(days),
    maxPapers: max,
    graceMinutes: grace,
    layout,
    ranking,
    reviewDay: weekly === undefined ? undefined : reviewDayOf(weekly),
  };
}

function dayExamples(typed: string): readonly string[] {
  const examples = ['every day', 'weekdays', 'weekends', 'Mon, Wed, Fri', 'Tue, Thu', 'Mon'];
  const wanted = typed.trim();
  return wanted === ''
    ? examples
    : [wanted, ...examples.filter((one) => one.toLowerCase().includes(wanted.toLowerCase()))];
}

import { defaultSchedule } from '../../src/digests/schedule.ts';
import type { ChangedSettings, SettingsChange, SubscribeRequest } from '../../src/store/channels.ts';
import type { DigestPlan } from '../../src/store/outbox.ts';
import type { DigestRun } from '../../src/store/runs.ts';
import { hourMs } from '../../src/time.ts';
import { noon, topicOf } from './invented-listings.ts';

/** The settings of a channel that has none yet. */
export const channelDefaults: SubscribeRequest['defaults'] = {
  schedule: defaultSchedule,
  maxPapers: 10,
  language: 'en',
  nextDigestAt: noon + hourMs,
};

/** A request to subscribe to a topic. */
export const request = (topic: string, fields: Partial<SubscribeRequest> = {}): SubscribeRequest => ({
  guildId: 'guild',
  channelId: 'channel',
  topic: topicOf(topic),
  userId: 'user',
  at: noon,
  defaults: channelDefaults,
  cap: 25,
  ...fields,
});

/** A change of the channel's settings. */
export const change = (changes: ChangedSettings, at = noon): SettingsChange => ({
  channelId: 'channel',
  guildId: 'guild',
  changes,
  defaults: { schedule: defaultSchedule, maxPapers: 10, language: 'en' as const },
  at,
});

/** Each setting of a channel that stands beside its schedule and its form, with another value than the default. */
export const furtherSettings = {
  sources: ['arxiv', 'biorxiv'],
  minUpvotes: 5,
  mentionRoleId: '77',
  saysQuietDays: true,
  followsUp: true,
  reviewDay: 5,
  publishes: false,
  omitsSeen: true,
  language: 'de',
} as const satisfies ChangedSettings;

/** A plan of a digest with this many parts. */
export const planOf = (parts: number, fields: Partial<DigestPlan> = {}): DigestPlan => ({
  channelId: 'channel',
  date: '2026-03-02',
  papers: [],
  parts: Array.from({ length: parts }, (_, index) => ({
    json: JSON.stringify({ content: `part ${index + 1}` }),
    nonce: `nonce-${index + 1}`,
  })),
  consideredNewsNumber: 3,
  at: noon,
  ...fields,
});

/** The record of a run. */
export const runOf = (date: string, changed: Partial<DigestRun> = {}): DigestRun => ({
  channelId: 'channel',
  date,
  state: 'waiting',
  since: noon,
  at: noon,
  announced: 0,
  matched: 0,
  shown: 0,
  missing: [],
  counted: [],
  reason: null,
  ...changed,
});

import { defaultSchedule } from '../../src/digests/schedule.ts';
import type { SubscribeRequest } from '../../src/store/channels.ts';
import type { DigestPlan } from '../../src/store/outbox.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { noon, topicOf } from './invented-listings.ts';

/** What a channel gets that has no settings yet. */
export const channelDefaults = { schedule: defaultSchedule, maxPapers: 10, nextDigestAt: noon + hourMs };

/** Asks for a topic, as `subscribe` takes it. */
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

/** A digest of so many parts. */
export const planOf = (parts: number, fields: Partial<DigestPlan> = {}): DigestPlan => ({
  channelId: 'channel',
  date: '2026-03-02',
  papers: [],
  parts: Array.from({ length: parts }, (_, index) => ({
    json: JSON.stringify({ content: `part ${index + 1}` }),
    nonce: `nonce-${index + 1}`,
  })),
  consideredNewsNumber: 3,
  nextDigestAt: noon + dayMs,
  at: noon,
  ...fields,
});

import { deliveryNonce } from '../../digests/delivery-nonce.ts';
import { localDate, occurrenceOf } from '../../digests/schedule.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import type { Delivery } from '../../store/outbox.ts';
import type { LocalDate } from '../../time.ts';
import { type CommandContext, guildOf } from '../interactions/context.ts';
import { wordReason } from '../rendering/block.ts';
import { escapeToFit } from '../rendering/escape.ts';
import type { Message } from '../rendering/message.ts';
import { linkToDelivery } from '../rendering/message-link.ts';
import { showSchedule } from '../rendering/show-schedule.ts';
import { type ShownRun, stateOfParts, stateWords } from '../rendering/status-runs.ts';
import { copyOfPart } from '../rendering/stored-part.ts';
import { showRun } from './shown-run.ts';

/** Copies of the messages of a digest that was made, and a line about where it is. */
export interface DigestCopy {
  readonly about: string;
  readonly messages: readonly Message[];
}

/** The channel's digest of that day as it was frozen. Null if there is none, or if its messages are no longer stored. */
export async function copyDigest(
  channelId: string,
  date: LocalDate,
  context: CommandContext,
): Promise<DigestCopy | null> {
  const parts = await context.store.deliveries(channelId, date);
  const [first] = parts;
  if (first === undefined) return null;
  return { about: describeDigest(first, parts, context), messages: parts.flatMap((part) => copyOfPart(part) ?? []) };
}

function describeDigest(first: Delivery, parts: readonly Delivery[], context: CommandContext): string {
  const { say } = context;
  const values = { channel: `<#${first.channelId}>`, day: say.date(first.date) };
  const state = stateOfParts(parts.map((part) => part.state));
  if (state !== 'delivered') return say('past.underWay', { ...values, state: say(stateWords[state]) });
  const link = linkToDelivery(first, guildOf(context));
  return link === null ? say('past.posted', values) : say('past.postedAt', { ...values, link });
}

/** Why the messages of a past digest cannot be shown, with a next step. */
export async function whyNoDigest(channelId: string, date: LocalDate, context: CommandContext): Promise<string> {
  const { store, say } = context;
  const values = { channel: `<#${channelId}>`, day: say.date(date) };
  const channel = await store.channel(channelId);
  const forgotten = await store.digestByNonce(deliveryNonce(channelId, date, 1));
  const papers = forgotten?.papers.length ?? 0;
  if (papers > 0) return say('past.forgotten', { ...values, papers, date });
  const run = await store.digestRun(channelId, date);
  if (run !== null) return reasonOfRun(await showRun(run, channel, context), values, context);
  if (forgotten !== null) return say('past.quiet', values);
  return await whyNoRun({ channel, channelId, date }, values, context);
}

/** The channel and the day as answers name them. */
interface NamedDay {
  readonly channel: string;
  readonly day: string;
}

function reasonOfRun({ state, reason }: ShownRun, values: NamedDay, { say }: CommandContext): string {
  switch (state) {
    case 'quiet':
      return say('past.quiet', values);
    case 'stale':
      return say('past.stale', values);
    case 'waiting':
      return say('past.waiting', values);
    case 'not made':
      return say('past.notMade', values);
    case 'failed':
      return say('past.failed', { ...values, reason: escapeToFit(wordReason(reason ?? '', say), 200) });
    default:
      return say('past.unknown', values);
  }
}

interface EmptyDay {
  readonly channel: ChannelRecord | null;
  readonly channelId: string;
  readonly date: LocalDate;
}

/** Without a record of the day, the present settings and subscriptions are the best explanation. */
async function whyNoRun(
  { channel, channelId, date }: EmptyDay,
  values: NamedDay,
  context: CommandContext,
): Promise<string> {
  const { store, say } = context;
  const [oldest] = await store.subscriptions(guildOf(context), channelId);
  if (channel === null || oldest === undefined) return say('posting.nothingSubscribed', values);
  const { schedule, pausedAt } = channel;
  const subscribedOn = localDate(schedule.zone, oldest.createdAt);
  if (date < subscribedOn) return say('past.before', { ...values, since: say.date(subscribedOn) });
  if (pausedAt !== null && date >= localDate(schedule.zone, pausedAt)) {
    return say('past.paused', { ...values, since: say.date(localDate(schedule.zone, pausedAt)) });
  }
  if (occurrenceOf(schedule, date) === null)
    return say('past.off', { ...values, schedule: showSchedule(schedule, say) });
  return say('past.unknown', values);
}

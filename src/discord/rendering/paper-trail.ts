import type { Say } from '../../language/say.ts';
import type { Paper, SourceId } from '../../papers/paper.ts';
import { showPaperId } from '../../papers/paper-id.ts';
import { findSourceName } from '../../papers/source-names.ts';
import type { Instant } from '../../ports.ts';
import type { DeliveryState } from '../../store/outbox.ts';
import type { PaperTrail } from '../../store/store.ts';
import type { LocalDate } from '../../time.ts';
import type { Highlights } from '../../topics/matching/highlights.ts';
import { paperUrl } from '../../wording/paper-url.ts';
import { howToUnblock, wordReason } from './block.ts';
import { explainDuplicates, nameDuplicates } from './duplicates.ts';
import { escapeToFit } from './escape.ts';
import { highlightToFit } from './highlight.ts';
import { embedColor, type Message } from './message.ts';
import { messageLimits } from './message-limits.ts';
import { linkToDelivery } from './message-link.ts';
import { type DigestTiming, whenNext } from './next-digest.ts';
import { type FilteredPaper, showFiltered } from './paper-filter.ts';
import { type ShownPlace, showPaperPlace } from './paper-place.ts';
import { statusLine } from './paper-status.ts';
import { timestamp } from './time.ts';

/** The reason why a paper came to a channel, or why it did not. */
export type Verdict =
  | {
      readonly kind: 'posted';
      readonly date: LocalDate;
      readonly state: DeliveryState;
      readonly messageId: string | null;
      /** The thread that has the message; null if it is in the channel itself. */
      readonly threadId: string | null;
      readonly reason: string | null;
      /** When its message was planned; null if that is no longer known. */
      readonly plannedAt: Instant | null;
      /** When the next attempt is; null if none is due. */
      readonly retryAt: Instant | null;
      /** The duplicate that was posted instead. Absent if the paper itself was. */
      readonly duplicate?: Paper;
    }
  /** It was in a digest, or its duplicate was, but Discord refused every form of it. */
  | { readonly kind: 'refused'; readonly date: LocalDate; readonly duplicate?: Paper }
  | { readonly kind: 'no-subscription' | 'not-listed' | 'no-news' | 'no-match' | 'before-subscription' }
  | {
      readonly kind: 'coming';
      /** When the next digest comes that can have it. */
      readonly timing: DigestTiming;
      readonly now: Instant;
      readonly maxPapers: number;
      readonly isOverMaximum: boolean;
      readonly blockedReason: string | null;
    }
  | { readonly kind: 'past'; readonly date: LocalDate }
  | { readonly kind: 'over-maximum'; readonly date: LocalDate; readonly papers: number }
  /** A setting of the channel does not let it through. */
  | FilteredPaper
  | { readonly kind: 'left-out'; readonly date: LocalDate | null };

/** One of the channel's topics, matched with the paper. */
export interface ShownTopic {
  readonly topic: string;
  readonly isMatch: boolean;
  /** Why it matches, or the first clause that fails. */
  readonly why: string;
  /** How relevant the paper is to it; null if it does not match. */
  readonly strength: string | null;
  /** When the topic was subscribed, if it matches but was subscribed after the paper came in. Null otherwise. */
  readonly lateSince: Instant | null;
}

/** A paper's way to a channel, with the reason for its end. */
export interface ShownTrail {
  readonly paper: Paper;
  readonly highlights: Highlights;
  /** As it stands in a link to a message: `@me` for direct messages. */
  readonly guildId: string;
  readonly channelId: string;
  readonly listings: PaperTrail['listings'];
  /** When it became news; null if it did not. */
  readonly cameInAt: Instant | null;
  readonly verdict: Verdict;
  /** The papers of other places that are most likely the same work. */
  readonly duplicates: readonly Paper[];
  /** Null if the paper is in no digest, and could be in none. */
  readonly place: ShownPlace | null;
  readonly topics: readonly ShownTopic[];
}

/** How much is shown, in items or characters. All together fit into an embed. */
const most = { topics: 10, topic: 100, why: 120, listings: 4, reason: 300 };

/** The verdict, and below it the evidence: the listings, and each topic with its reason. */
export function paperTrail(trail: ShownTrail, say: Say): Message {
  const { paper, highlights, listings, cameInAt, duplicates, place, topics, channelId } = trail;
  const listed = listings.slice(-most.listings).map((listing) => showListing(listing, say));
  // Topics that match come first.
  const ordered = topics.toSorted((one, other) => Number(other.isMatch) - Number(one.isMatch));
  const hidden = ordered.length - most.topics;
  const status = statusLine(paper, say);
  const lines = [
    ...(status === '' ? [] : [status]),
    ...(duplicates.length === 0 ? [] : [explainDuplicates(duplicates, say, nameDuplicates)]),
    ...(listed.length === 0 ? [] : [say('trail.listedBy', { listings: say.join(listed, 'names') })]),
    ...(cameInAt === null ? [] : [say('trail.received', { at: timestamp(cameInAt) })]),
    ...(place === null ? [] : [showPaperPlace(place, say)]),
    ...(topics.length === 0 ? [] : ['', say('trail.topics', { channel: `<#${channelId}>` })]),
    ...ordered.slice(0, most.topics).map((topic) => showTopicLine(topic, say)),
    ...(hidden > 0 ? [say('trail.moreTopics', { n: hidden })] : []),
  ];
  const title = highlightToFit(paper.title, highlights.title, messageLimits.title) || showPaperId(paper);
  return {
    content: showVerdict(trail, say),
    embeds: [{ title, url: paperUrl(paper), description: lines.join('\n').trim(), color: embedColor }],
  };
}

const nameOf = (id: SourceId): string => {
  const known = findSourceName(id);
  return known?.title ?? known?.shown ?? escapeToFit(id, 40);
};

const showListing = ({ source, date, announceType }: PaperTrail['listings'][number], say: Say): string => {
  const how = announceType === 'replace-cross' ? 'other' : announceType;
  return say('trail.listing', { source: nameOf(source), day: say.date(date), how });
};

function showTopicLine({ topic: canonical, isMatch, why, strength, lateSince }: ShownTopic, say: Say): string {
  const topic = escapeToFit(canonical, most.topic);
  const reason = escapeToFit(why, most.why);
  if (!isMatch) return say('trail.misses', { topic, reason });
  const line = say('trail.matches', { topic, reason: strength === null ? reason : `${reason}; ${strength}` });
  return lateSince === null ? line : say('trail.late', { line, at: timestamp(lateSince) });
}

function showVerdict({ verdict, channelId, guildId, listings, paper }: ShownTrail, say: Say): string {
  const channel = `<#${channelId}>`;
  switch (verdict.kind) {
    case 'posted':
      return showPosted(verdict, { guildId, channelId, say });
    case 'refused':
      return say('trail.refused', { subject: showSubject(verdict, say), day: say.date(verdict.date), channel });
    case 'no-subscription':
      return say('trail.noSubscription', { channel });
    case 'not-listed':
      return say('trail.notListed', { channel });
    case 'no-news':
      return say(listings.length === 0 ? 'trail.inNoListing' : 'trail.newVersionOnly', { channel });
    case 'no-match':
      return say('trail.noMatch', { channel });
    case 'past':
      return say('trail.past', { day: say.date(verdict.date), channel });
    case 'before-subscription':
      return say('trail.beforeSubscription', { channel });
    case 'coming':
      return showComing(verdict, channel, say);
    case 'over-maximum':
      return say('trail.overMaximum', { day: say.date(verdict.date), channel, n: verdict.papers });
    case 'filtered':
      return showFiltered(verdict, paper, channel, say);
    case 'left-out':
      return verdict.date === null
        ? say('trail.leftOut', { channel })
        : say('trail.leftOutOf', { channel, day: say.date(verdict.date) });
  }
}

/** The paper that was in the digest: `This paper`, or its duplicate by its id. */
const showSubject = ({ duplicate }: { readonly duplicate?: Paper }, say: Say): string =>
  duplicate === undefined
    ? say('trail.thisPaper')
    : say('trail.duplicate', { paper: escapeToFit(showPaperId(duplicate), most.topic) });

interface Place {
  readonly guildId: string;
  readonly channelId: string;
  readonly say: Say;
}

function showPosted(posted: Extract<Verdict, { kind: 'posted' }>, { guildId, channelId, say }: Place): string {
  const { date, state, messageId, threadId, reason, plannedAt, retryAt } = posted;
  const values = { subject: showSubject(posted, say), day: say.date(date), channel: `<#${channelId}>` };
  const because =
    reason === null ? '' : say('trail.because', { reason: escapeToFit(wordReason(reason, say), most.reason) });
  switch (state) {
    case 'sent': {
      const link = linkToDelivery({ channelId, threadId, messageId }, guildId);
      return link === null ? say('trail.posted', values) : say('trail.postedAt', { ...values, link });
    }
    case 'blocked':
      return say('trail.blocked', { ...values, because, next: howToUnblock(reason ?? '', say) });
    case 'dropped':
      return say('trail.dropped', { ...values, because });
    case 'uncertain':
      return plannedAt === null
        ? say('trail.uncertain', { ...values, because })
        : say('trail.uncertainFrom', { ...values, because, from: timestamp(plannedAt) });
    case 'withdrawn':
      return say('trail.withdrawn', values);
    default:
      return retryAt === null
        ? say('trail.onItsWay', { ...values, because })
        : say('trail.onItsWayAgain', { ...values, because, when: timestamp(retryAt, 'R') });
  }
}

function showComing(
  { timing, now, maxPapers, isOverMaximum, blockedReason }: Extract<Verdict, { kind: 'coming' }>,
  channel: string,
  say: Say,
): string {
  if (blockedReason !== null) {
    const reason = escapeToFit(wordReason(blockedReason, say), most.reason);
    return say('trail.comingBlocked', { channel, reason, next: howToUnblock(blockedReason, say) });
  }
  const when = whenNext(timing, now, say);
  if (timing.pausedAt !== null) return say('trail.comingPaused', { channel, when });
  if (isOverMaximum) return say('trail.comingOverMaximum', { channel, when, n: maxPapers });
  return say('trail.coming', { channel, when });
}

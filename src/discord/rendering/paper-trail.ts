import type { AnnounceType } from '../../papers/announce-type.ts';
import type { Paper, SourceId } from '../../papers/paper.ts';
import { showPaperId } from '../../papers/paper-id.ts';
import { findSourceName } from '../../papers/source-names.ts';
import type { Instant } from '../../ports.ts';
import type { DeliveryState } from '../../store/outbox.ts';
import type { PaperTrail } from '../../store/store.ts';
import type { LocalDate } from '../../time.ts';
import type { Highlights } from '../../topics/matching/highlights.ts';
import { howToUnblock } from '../posting-problem.ts';
import { explainDuplicates, nameDuplicates } from './duplicates.ts';
import { escapeToFit } from './escape.ts';
import { highlightToFit } from './highlight.ts';
import { embedColor, type Message } from './message.ts';
import { messageLimits } from './message-limits.ts';
import { type DigestTiming, whenNext } from './next-digest.ts';
import { count } from './numbers.ts';
import { type FilteredPaper, showFiltered } from './paper-filter.ts';
import { type ShownPlace, showPaperPlace } from './paper-place.ts';
import { statusLine } from './paper-status.ts';
import { paperUrl } from './paper-url.ts';
import { showDate, timestamp } from './time.ts';

/** The reason why a paper came to a channel, or why it did not. */
export type Verdict =
  | {
      readonly kind: 'posted';
      readonly date: LocalDate;
      readonly state: DeliveryState;
      readonly messageId: string | null;
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
export function paperTrail(trail: ShownTrail): Message {
  const { paper, highlights, listings, cameInAt, duplicates, place, topics, channelId } = trail;
  const listed = listings.slice(-most.listings).map(showListing).join(', ');
  // Topics that match come first.
  const ordered = topics.toSorted((one, other) => Number(other.isMatch) - Number(one.isMatch));
  const hidden = ordered.length - most.topics;
  const status = statusLine(paper);
  const lines = [
    ...(status === '' ? [] : [status]),
    ...(duplicates.length === 0 ? [] : [explainDuplicates(duplicates, nameDuplicates)]),
    ...(listed === '' ? [] : [`Listed by ${listed}`]),
    ...(cameInAt === null ? [] : [`Received ${timestamp(cameInAt)}`]),
    ...(place === null ? [] : [showPaperPlace(place)]),
    ...(topics.length === 0 ? [] : ['', `**Topics of <#${channelId}>**`]),
    ...ordered.slice(0, most.topics).map(showTopicLine),
    ...(hidden > 0 ? [`and ${count(hidden, 'more topic')}`] : []),
  ];
  const title = highlightToFit(paper.title, highlights.title, messageLimits.title) || showPaperId(paper);
  return {
    content: showVerdict(trail),
    embeds: [{ title, url: paperUrl(paper), description: lines.join('\n').trim(), color: embedColor }],
  };
}

const nameOf = (id: SourceId): string => {
  const known = findSourceName(id);
  return known?.title ?? known?.shown ?? escapeToFit(id, 40);
};

const listedAs: Readonly<Record<AnnounceType, string>> = {
  new: 'new',
  pick: 'picked',
  cross: 'cross-listed',
  replace: 'new version',
  'replace-cross': 'new version, cross-listed',
};

const showListing = ({ source, date, announceType }: PaperTrail['listings'][number]): string =>
  `${nameOf(source)} on ${showDate(date)} (${listedAs[announceType]})`;

function showTopicLine({ topic, isMatch, why, strength, lateSince }: ShownTopic): string {
  const name = `• **${escapeToFit(topic, most.topic)}**`;
  const reason = escapeToFit(why, most.why);
  if (!isMatch) return `${name} does not match: ${reason}`;
  const late = lateSince === null ? '' : `; subscribed ${timestamp(lateSince)}, after the paper came in`;
  return `${name} matches: ${reason}${strength === null ? '' : `; ${strength}`}${late}`;
}

function showVerdict({ verdict, channelId, guildId, listings, paper }: ShownTrail): string {
  const place = `<#${channelId}>`;
  switch (verdict.kind) {
    case 'posted':
      return showPosted(verdict, guildId, channelId);
    case 'refused':
      return `${showSubject(verdict)} was in the digest of ${showDate(verdict.date)} for ${place}, but I left it out, because Discord refuses it. Show it with \`/papers show\`.`;
    case 'no-subscription':
      return `${place} has no subscription, so it gets no papers. Make one with \`/subscribe\`.`;
    case 'not-listed':
      return `This paper was in no listing that I pulled, so no digest could hold it. It is older than my first pull, or it is not announced yet. Show it in ${place} with \`/papers show\`.`;
    case 'no-news': {
      const what = listings.length === 0 ? 'in no listing' : 'listed as a new version only';
      return `This paper was ${what}, so it did not count as new. Show it in ${place} with \`/papers show\`.`;
    }
    case 'no-match':
      return `This paper did not come to ${place}, because no topic matches. See below what each topic misses. Change one with \`/subscriptions\`.`;
    case 'past':
      return `This paper was announced around ${showDate(verdict.date)}. I received it later, with papers of the past, which are not posted. Show it in ${place} with \`/papers show\`.`;
    case 'before-subscription':
      return `This paper matches, but I received it before ${place} subscribed to a topic that matches. A subscription brings later papers only. Show it with \`/papers show\`.`;
    case 'coming':
      return showComing(verdict, place);
    case 'over-maximum':
      return `This paper matched, but the digest of ${showDate(verdict.date)} for ${place} holds ${count(verdict.papers, 'paper')} only, and it was not among them. Raise the maximum with \`/digest settings\`.`;
    case 'filtered':
      return showFiltered(verdict, paper, place);
    case 'left-out': {
      const when = verdict.date === null ? '' : ` for the digest of ${showDate(verdict.date)}`;
      return `This paper matches the topics of ${place}, but was left out when it was considered${when}. A topic, the settings or the paper has changed since then. Show it with \`/papers show\`.`;
    }
  }
}

/** The paper that was in the digest: `This paper`, or its duplicate by its id. */
const showSubject = ({ duplicate }: { readonly duplicate?: Paper }): string =>
  duplicate === undefined
    ? 'This paper'
    : `${escapeToFit(showPaperId(duplicate), most.topic)}, which has the same title and authors,`;

function showPosted(posted: Extract<Verdict, { kind: 'posted' }>, guildId: string, channelId: string): string {
  const { date, state, messageId, reason, plannedAt, retryAt } = posted;
  const subject = showSubject(posted);
  const digest = `the digest of ${showDate(date)} for <#${channelId}>`;
  const why = reason === null ? '' : `: ${escapeToFit(reason, most.reason)}`;
  switch (state) {
    case 'sent': {
      const link = messageId === null ? '' : ` https://discord.com/channels/${guildId}/${channelId}/${messageId}`;
      return `${subject} was posted in ${digest}.${link}`;
    }
    case 'blocked':
      return `${subject} is in ${digest}, which cannot be posted${why}. ${howToUnblock(reason ?? '')}`;
    case 'dropped':
      return `${subject} is in ${digest}, but that message could not be posted${why}. Show it with \`/papers show\`.`;
    case 'uncertain': {
      const when = plannedAt === null ? '' : `, from ${timestamp(plannedAt)} on`;
      return `${subject} is in ${digest}. I do not know whether that message arrived, so I did not send it again${why}. Look for it in the channel${when}.`;
    }
    case 'withdrawn':
      return `${subject} was in ${digest}, which was withdrawn: the channel’s last subscription was removed before I sent the digest. Show it with \`/papers show\`.`;
    default: {
      const next = retryAt === null ? 'I keep trying' : `I try again ${timestamp(retryAt, 'R')}`;
      return `${subject} is in ${digest}, which is on its way${why}. ${next}. You need not do anything.`;
    }
  }
}

function showComing(
  { timing, now, maxPapers, isOverMaximum, blockedReason }: Extract<Verdict, { kind: 'coming' }>,
  place: string,
): string {
  if (blockedReason !== null) {
    return `This paper waits for the next digest of ${place}, where nothing can be posted: ${escapeToFit(blockedReason, most.reason)}. ${howToUnblock(blockedReason)}`;
  }
  if (timing.pausedAt !== null) {
    return `This paper matches, but the digest of ${place} is ${whenNext(timing, now)}. The first digest after a pause has only the papers of the last few days.`;
  }
  if (isOverMaximum) {
    return `This paper matches, but ${count(maxPapers, 'other paper')} would come first in the next digest of ${place}, ${whenNext(timing, now)}. That digest holds no more. Raise the maximum with \`/digest settings\`.`;
  }
  return `This paper will be in the next digest of ${place}, ${whenNext(timing, now)}. See it with \`/digest preview\`.`;
}

import type { Paper } from '../../papers/paper.ts';
import { showPaperId } from '../../papers/paper-id.ts';
import type { LocalDate } from '../../time.ts';
import { escapeToFit } from './escape.ts';
import { embedColor, type Message } from './message.ts';
import { count } from './numbers.ts';
import { paperLine } from './paper-card.ts';
import { type ShownPlace, showPaperPlace } from './paper-place.ts';
import { showDate } from './time.ts';

/** Why a paper is in a digest of a channel, for the channel's readers. */
export interface ShownReasons {
  readonly paper: Paper;
  readonly channelId: string;
  /** The date of the channel's digest that has the paper, or its duplicate; null if none has. */
  readonly date: LocalDate | null;
  /** The duplicate that the digest has instead of the paper; null if it has the paper itself. */
  readonly duplicate: Paper | null;
  /** Null if no digest has it. */
  readonly place: ShownPlace | null;
  /** The channel's present topics that match it. */
  readonly topics: readonly { readonly topic: string; readonly why: string; readonly strength: string | null }[];
}

/** How much is shown, in items or characters. */
const most = { topics: 10, topic: 100, why: 160 };

/** The digest that has the paper, the topics that it matches with their reasons, and its place. */
export function digestReasons(reasons: ShownReasons): Message {
  const { topics, place } = reasons;
  const lines = [
    ...topics.slice(0, most.topics).map(showTopicReason),
    ...(topics.length > most.topics ? [`and ${count(topics.length - most.topics, 'more topic')}`] : []),
    ...(place === null ? [] : [showPaperPlace(place)]),
  ];
  const embeds = lines.length === 0 ? [] : [{ description: lines.join('\n'), color: embedColor }];
  return { content: showSummary(reasons), embeds };
}

const showTopicReason = ({ topic, why, strength }: ShownReasons['topics'][number]): string =>
  `• **${escapeToFit(topic, most.topic)}**: ${escapeToFit(why, most.why)}${strength === null ? '' : `; ${strength}`}`;

function showSummary({ paper, channelId, date, duplicate, topics }: ShownReasons): string {
  const shown = paperLine(paper);
  const place = `<#${channelId}>`;
  if (date === null && topics.length === 0) return `${shown} is in no digest of ${place}, and matches no topic there.`;
  if (date === null) return `${shown} is in no digest of ${place}. It matches ${count(topics.length, 'topic')} there.`;
  const digest = `in the digest of ${showDate(date)} for ${place}`;
  const whichOne = duplicate === null ? 'is' : `is, as ${escapeToFit(showPaperId(duplicate), 100)},`;
  if (topics.length > 0) return `${shown} ${whichOne} ${digest}, because it matches:`;
  return `${shown} ${whichOne} ${digest}. It matches no topic of the channel any more: the topics or the paper changed since then.`;
}

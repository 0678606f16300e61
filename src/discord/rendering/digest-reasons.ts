import type { Say } from '../../language/say.ts';
import type { Paper } from '../../papers/paper.ts';
import { showPaperId } from '../../papers/paper-id.ts';
import type { LocalDate } from '../../time.ts';
import { escapeToFit } from './escape.ts';
import { embedColor, type Message } from './message.ts';
import { paperLine } from './paper-card.ts';
import { type ShownPlace, showPaperPlace } from './paper-place.ts';

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
export function digestReasons(reasons: ShownReasons, say: Say): Message {
  const { topics, place } = reasons;
  const lines = [
    ...topics.slice(0, most.topics).map(showTopicReason),
    ...(topics.length > most.topics ? [say('actions.moreTopics', { topics: topics.length - most.topics })] : []),
    ...(place === null ? [] : [showPaperPlace(place, say)]),
  ];
  const embeds = lines.length === 0 ? [] : [{ description: lines.join('\n'), color: embedColor }];
  return { content: showSummary(reasons, say), embeds };
}

const showTopicReason = ({ topic, why, strength }: ShownReasons['topics'][number]): string =>
  `• **${escapeToFit(topic, most.topic)}**: ${escapeToFit(why, most.why)}${strength === null ? '' : `; ${strength}`}`;

function showSummary({ paper: about, channelId, date, duplicate, topics }: ShownReasons, say: Say): string {
  const [paper, channel] = [paperLine(about), `<#${channelId}>`];
  if (date === null) {
    return topics.length === 0
      ? say('actions.inNoDigest', { paper, channel })
      : say('actions.inNoDigestMatching', { paper, channel, topics: topics.length });
  }
  const known = { paper, channel, day: say.date(date) };
  if (topics.length === 0) return say('actions.inDigestChanged', known);
  if (duplicate === null) return say('actions.inDigest', known);
  return say('actions.inDigestAs', { ...known, duplicate: escapeToFit(showPaperId(duplicate), 100) });
}

import { deliveryNonce } from '../../digests/delivery-nonce.ts';
import { type Say, sayIn } from '../../language/say.ts';
import type { ChangeKind } from '../../papers/changes.ts';
import type { Paper } from '../../papers/paper.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import { followUpPart, type PaperChange } from '../../store/follow-ups.ts';
import type { Delivery, PlannedPart } from '../../store/outbox.ts';
import type { LocalDate } from '../../time.ts';
import { digestReference } from './digest-messages.ts';
import { holdsPaper } from './layouts/part-links.ts';
import { messageLimits } from './message-limits.ts';
import { paperLine } from './paper-card.ts';
import { showVenue } from './paper-reception.ts';

/** Changes of papers that a channel has received, for the message of one day. */
export interface FollowUp {
  readonly channel: Pick<ChannelRecord, 'channelId' | 'guildId' | 'language'>;
  readonly date: LocalDate;
  readonly changes: readonly PaperChange[];
  /** The messages of the digests that have the papers, as far as they are kept. */
  readonly originals: readonly Delivery[];
}

export interface ComposedFollowUp {
  readonly part: PlannedPart;
  /** The changes that the message tells. The others have no room, and wait for the next day. */
  readonly told: readonly PaperChange[];
}

interface ChangedPaper {
  readonly paper: Paper;
  readonly changes: readonly PaperChange[];
  /** The message that has the paper; null if it is not known. */
  readonly messageId: string | null;
}

/** Discord's flags SUPPRESS_EMBEDS and SUPPRESS_NOTIFICATIONS: links show no previews, and the message makes no sound. */
const quietFlags = (1 << 2) | (1 << 12);
/** Longer addresses of code are not linked. */
const linkLength = 200;

/**
 * One message about all changes. It replies to the message that has the papers, if it is one; otherwise each line links
 * to its own.
 */
export function serializeFollowUp({ channel, date, changes, originals }: FollowUp): ComposedFollowUp {
  const say = sayIn(channel.language);
  const nonce = deliveryNonce(channel.channelId, date, followUpPart);
  const foot = `-# ${digestReference(nonce)}`;
  const papers = groupByPaper(changes, originals);
  const shown = fitting(papers, messageLimits.content - foot.length - 1, channel, say);
  const replyTo = commonMessage(shown);
  const message = {
    content: [...linesOf(shown, channel, say), foot].join('\n'),
    flags: quietFlags,
    allowed_mentions: { parse: [], replied_user: false },
    ...(replyTo === null ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
    nonce,
    enforce_nonce: true,
  };
  return { part: { json: JSON.stringify(message), nonce }, told: shown.flatMap((one) => one.changes) };
}

function groupByPaper(changes: readonly PaperChange[], originals: readonly Delivery[]): readonly ChangedPaper[] {
  return [...Map.groupBy(changes, ({ paper }) => paper.id).values()].flatMap((ofPaper) => {
    const [first] = ofPaper;
    if (first === undefined) return [];
    const { paper, date } = first;
    const original = originals.find((part) => part.date === date && holdsPaper(part.payload, paper));
    return [{ paper, changes: ofPaper, messageId: original?.messageId ?? null }];
  });
}

/** The first papers whose lines fit. One always does. */
function fitting(papers: readonly ChangedPaper[], room: number, channel: FollowUp['channel'], say: Say) {
  const lengthOf = (some: readonly ChangedPaper[]) =>
    // The lines are longest if each has its own link.
    [say('followUps.title', { n: some.length }), ...some.map((one) => lineOf(one, channel, say))].join('\n').length;
  let count = 1;
  while (count < papers.length && lengthOf(papers.slice(0, count + 1)) <= room) count++;
  return papers.slice(0, count);
}

/** The message that has all of the papers; null if they are in several, or if it is not known. */
function commonMessage(papers: readonly ChangedPaper[]): string | null {
  const [first, ...others] = new Set(papers.map(({ messageId }) => messageId));
  return others.length === 0 ? (first ?? null) : null;
}

function linesOf(papers: readonly ChangedPaper[], channel: FollowUp['channel'], say: Say): readonly string[] {
  const isReplying = commonMessage(papers) !== null;
  const lines = papers.map((one) => lineOf(isReplying ? { ...one, messageId: null } : one, channel, say));
  return [say('followUps.title', { n: papers.length }), ...lines];
}

function lineOf({ paper, changes, messageId }: ChangedPaper, { guildId, channelId }: FollowUp['channel'], say: Say) {
  const news = changes.map(({ kind }) => wordChange(kind, paper, say)).join(' · ');
  if (messageId === null) return say('followUps.line', { paper: paperLine(paper), news });
  const link = `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;
  return say('followUps.lineLinked', { paper: paperLine(paper), link, news });
}

function wordChange(kind: ChangeKind, paper: Paper, say: Say): string {
  const { version, extras } = paper;
  switch (kind) {
    case 'version':
      return say('followUps.version', { version: String(version ?? '') });
    case 'withdrawn':
      return say('followUps.withdrawn');
    case 'code':
      return extras.codeUrl === null || !isLinkable(extras.codeUrl)
        ? say('followUps.codeUnlinked')
        : say('followUps.code', { link: extras.codeUrl });
    case 'venue':
      return `**${showVenue(paper, say)}**`;
  }
}

/** Whether the address can stand in a link of markdown. */
const isLinkable = (url: string): boolean => url.length <= linkLength && /^https:\/\/[^\s()<>[\]\\]+$/.test(url);

type Reply = Readonly<Record<string, unknown>> & { readonly message_reference: unknown };

/** Whether a frozen message replies to another one. */
export const isReply = (payload: unknown): payload is Reply =>
  typeof payload === 'object' && payload !== null && 'message_reference' in payload;

/** The same message without the reply. */
export function withoutReply({ message_reference: _, ...message }: Reply): unknown {
  return message;
}

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
import { suppressEmbeds } from './message.ts';
import { messageLimits } from './message-limits.ts';
import { linkToDelivery } from './message-link.ts';
import { paperLine } from './paper-card.ts';
import { showVenue } from './paper-reception.ts';

/** Changes of papers that a channel has received, for the message of one day. */
export interface FollowUp {
  readonly channel: Pick<ChannelRecord, 'channelId' | 'guildId' | 'language' | 'kind'>;
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
  readonly original: Delivery | null;
}

/** The place of a follow-up outside of the channel itself. The poster reads it, and does not send it. */
export interface FollowUpPlace {
  /** The thread, or the post of a forum, that has the papers; null if it is not known. */
  readonly threadId: string | null;
  /** In a forum: the name of a post of its own, where the one that has the papers takes nothing. */
  readonly postName?: string;
}

/** With Discord's flag SUPPRESS_NOTIFICATIONS: the message makes no sound. */
const quietFlags = suppressEmbeds | (1 << 12);
/** Longer addresses of code are not linked. */
const linkLength = 200;

/**
 * One message about all changes. It replies to the message that has the papers, if it is one; otherwise each line links
 * to its own. It stands in the thread that has the papers, if it is one. A forum takes no messages outside of posts, so
 * there it stands in the newest of the posts.
 */
export function serializeFollowUp({ channel, date, changes, originals }: FollowUp): ComposedFollowUp {
  const say = sayIn(channel.language);
  const nonce = deliveryNonce(channel.channelId, date, followUpPart);
  const foot = `-# ${digestReference(nonce)}`;
  const papers = groupByPaper(changes, originals);
  const shown = fitting(papers, messageLimits.content - foot.length - 1, channel, say);
  const replyTo = commonMessage(shown);
  const place = placeOf(shown, channel, () => say('followUps.postName', { day: say.date(date) }));
  const message = {
    content: [...linesOf(shown, channel, say), foot].join('\n'),
    flags: quietFlags,
    allowed_mentions: { parse: [], replied_user: false },
    ...(replyTo === null ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
    ...(place === null ? {} : { place }),
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
    return [{ paper, changes: ofPaper, original: original ?? null }];
  });
}

/** Null if the follow-up stands in the channel itself. */
function placeOf(
  papers: readonly ChangedPaper[],
  { kind }: FollowUp['channel'],
  postName: () => string,
): FollowUpPlace | null {
  if (kind === 'forum') return { threadId: newestThread(papers), postName: postName() };
  const threadId = common(papers.map(({ original }) => original?.threadId ?? null));
  return threadId === null ? null : { threadId };
}

function newestThread(papers: readonly ChangedPaper[]): string | null {
  const known = papers.flatMap(({ original }) => (original === null || original.threadId === null ? [] : original));
  return known.toSorted((one, other) => (one.date < other.date ? 1 : -1))[0]?.threadId ?? null;
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
const commonMessage = (papers: readonly ChangedPaper[]): string | null =>
  common(papers.map(({ original }) => original?.messageId ?? null));

/** The id that all of them have; null if they differ. */
function common(ids: readonly (string | null)[]): string | null {
  const [first, ...others] = new Set(ids);
  return others.length === 0 ? (first ?? null) : null;
}

function linesOf(papers: readonly ChangedPaper[], channel: FollowUp['channel'], say: Say): readonly string[] {
  const isReplying = commonMessage(papers) !== null;
  const lines = papers.map((one) => lineOf(isReplying ? { ...one, original: null } : one, channel, say));
  return [say('followUps.title', { n: papers.length }), ...lines];
}

function lineOf({ paper, changes, original }: ChangedPaper, { guildId }: FollowUp['channel'], say: Say) {
  const news = changes.map(({ kind }) => wordChange(kind, paper, say)).join(' · ');
  const link = original === null ? null : linkToDelivery(original, guildId);
  if (link === null) return say('followUps.line', { paper: paperLine(paper), news });
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

/** The place that the frozen message names. Null if it names none, as most messages do. */
export const placeOfFollowUp = (payload: unknown): FollowUpPlace | null =>
  typeof payload === 'object' && payload !== null && 'place' in payload ? (payload.place as FollowUpPlace) : null;

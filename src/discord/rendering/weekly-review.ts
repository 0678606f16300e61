import { deliveryNonce } from '../../digests/delivery-nonce.ts';
import type { BestPaper, ReviewReason } from '../../digests/weekly-review.ts';
import { type Say, sayIn } from '../../language/say.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import type { PlannedPart } from '../../store/outbox.ts';
import { reviewPart } from '../../store/weekly-reviews.ts';
import { addDays, type LocalDate } from '../../time.ts';
import { digestReference } from './digest-messages.ts';
import type { FollowUpPlace } from './follow-up.ts';
import type { DigestMessage } from './layouts/layout.ts';
import { noMentions } from './mention-line.ts';
import { suppressEmbeds } from './message.ts';
import { messageLimits, showToFit } from './message-limits.ts';
import { codeLink, paperLine } from './paper-card.ts';
import { showVenue } from './paper-reception.ts';

/** The best papers of a channel's last digests. */
export interface WeeklyReview {
  readonly channel: Pick<ChannelRecord, 'channelId' | 'language' | 'kind'>;
  /** The day of the review. */
  readonly date: LocalDate;
  /** The day of the first digest. That of the last one is the day before the review. */
  readonly since: LocalDate;
  /** The best first, at least one. */
  readonly papers: readonly BestPaper[];
}

/** A review as it is frozen. The poster reads the place, and does not send it. */
type ReviewMessage = DigestMessage & { readonly place?: FollowUpPlace };

/** With Discord's flag SUPPRESS_NOTIFICATIONS: the message makes no sound. */
const quietFlags = suppressEmbeds | (1 << 12);

/**
 * One message with the papers as a list, in the form of the layout List, so that it is simplified in the same way if Discord
 * refuses it. It pings nobody, and makes no sound. In a forum it is a separate post, and elsewhere it stands in the
 * channel itself, whatever the layout of the digests.
 */
export function serializeWeeklyReview(review: WeeklyReview): PlannedPart {
  const { channel, date } = review;
  const say = sayIn(channel.language);
  const nonce = deliveryNonce(channel.channelId, date, reviewPart);
  const message: ReviewMessage = {
    content: showToFit(details, (detail) => contentOf(review, detail, nonce, say), messageLimits.content),
    embeds: [],
    flags: quietFlags,
    allowed_mentions: noMentions,
    ...(channel.kind === 'forum'
      ? { place: { threadId: null, postName: say('reviews.postName', { day: say.date(date) }) } }
      : {}),
    nonce,
    enforce_nonce: true,
  };
  return { json: JSON.stringify(message), nonce };
}

/** How much is shown. The first detail that fits into a message is used. */
interface Detail {
  readonly papers: number;
  /** How many characters of a title. */
  readonly title: number;
}
const details: readonly Detail[] = [
  { papers: 10, title: 160 },
  { papers: 10, title: 80 },
  { papers: 10, title: 40 },
  ...[8, 6, 4, 3, 2, 1].map((papers) => ({ papers, title: 40 })),
];

function contentOf({ papers, since, date }: WeeklyReview, detail: Detail, nonce: string, say: Say): string {
  const days = { first: say.dayAndMonth(since), last: say.dayAndMonth(addDays(date, -1)) };
  return [
    say('reviews.title'),
    say('reviews.about', days),
    ...papers.slice(0, detail.papers).map((one) => lineOf(one, detail, say)),
    `-# ${digestReference(nonce)}`,
  ].join('\n');
}

/** `- [Title](link)`, and below it `-# ▲ 45 upvotes · 3 × More like this · Code` */
function lineOf(best: BestPaper, { title }: Detail, say: Say): string {
  const why = best.reasons.map((reason) => wordings[reason](best, say));
  return `- ${paperLine(best.paper, undefined, title)}\n-# ${why.join(' · ')}`;
}

/** What a line says of each reason. */
const wordings: Readonly<Record<ReviewReason, (best: BestPaper, say: Say) => string>> = {
  upvotes: ({ paper, upvotes: gained }, say) => {
    const n = paper.extras.upvotes ?? gained;
    return gained >= n ? say('reviews.upvotes', { n }) : say('reviews.upvotesGained', { n, gained });
  },
  votes: ({ votes }, say) => say('club.votes', { votes }),
  marks: ({ more: n }, say) => say('reviews.marks', { n, mark: say('actions.more') }),
  code: ({ paper }, say) => codeLink(paper, say) || say('cards.code'),
  venue: ({ paper }, say) => showVenue(paper, say),
};

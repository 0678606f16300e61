import type { Say } from '../../language/say.ts';
import { type Acceptance, readAcceptance } from '../../papers/acceptance.ts';
import type { Paper } from '../../papers/paper.ts';
import type { UpvoteTrend } from '../../papers/upvotes.ts';
import { hourMs } from '../../time.ts';
import { escapeToFit } from './escape.ts';

const venueLimit = 90;

const verbs = {
  accepted: 'cards.acceptedAt',
  published: 'cards.publishedIn',
  presented: 'cards.presentedAt',
} as const satisfies Record<Acceptance['how'], string>;

const journal = /\b(?:journal|transactions|annals|letters|magazine|bulletin)\b/i;

/** Papers are accepted at a conference, and by a journal. */
const verbOf = ({ how, venue }: Acceptance) =>
  how === 'accepted' && journal.test(venue) ? 'cards.acceptedBy' : verbs[how];

/** The venue as stated by the authors, the source or Semantic Scholar; empty if none of them states it. */
export function showVenue({ comment, journalReference, extras }: Paper, say: Say): string {
  const acceptance = readAcceptance(comment);
  if (acceptance !== null) return say(verbOf(acceptance), { venue: escapeToFit(acceptance.venue, venueLimit) });
  const venue = escapeToFit(journalReference ?? extras.venue ?? '', venueLimit);
  return venue === '' ? '' : say('cards.publishedIn', { venue });
}

/** `120 upvotes (+35 in 24 h)`, as plain text. The gain is left out if it is unknown or equals the total. */
export function showUpvotes(upvotes: number | null, trend: UpvoteTrend | undefined, say: Say): string {
  if (upvotes === null) return '';
  const gained = trend?.gained ?? 0;
  if (trend === undefined || gained <= 0 || gained >= upvotes) return say('cards.upvotes', { n: upvotes });
  const hours = Math.max(1, Math.round((trend.knownMs ?? trend.windowMs) / hourMs));
  return say('cards.upvotesGained', { n: upvotes, gained, hours });
}

export const showCitations = (citations: number | null, say: Say): string =>
  citations === null || citations === 0 ? '' : say('cards.citations', { n: citations });

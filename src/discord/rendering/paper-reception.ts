import { type Acceptance, readAcceptance } from '../../papers/acceptance.ts';
import type { Paper } from '../../papers/paper.ts';
import type { UpvoteTrend } from '../../papers/upvotes.ts';
import { hourMs } from '../../time.ts';
import { escapeToFit } from './escape.ts';
import { count, showNumber } from './numbers.ts';

const venueLimit = 90;

const verbs: Readonly<Record<Acceptance['how'], string>> = {
  accepted: 'Accepted at',
  published: 'Published in',
  presented: 'Presented at',
};

const journal = /\b(?:journal|transactions|annals|letters|magazine|bulletin)\b/i;

/** Papers are accepted at a conference, and by a journal. */
const verbOf = ({ how, venue }: Acceptance): string =>
  how === 'accepted' && journal.test(venue) ? 'Accepted by' : verbs[how];

/** The venue as stated by the authors, the source or Semantic Scholar; empty if none of them states it. */
export function showVenue({ comment, journalReference, extras: { venue } }: Paper): string {
  const acceptance = readAcceptance(comment);
  if (acceptance !== null) return `${verbOf(acceptance)} ${escapeToFit(acceptance.venue, venueLimit)}`;
  const published = escapeToFit(journalReference ?? venue ?? '', venueLimit);
  return published === '' ? '' : `Published in ${published}`;
}

/** `120 upvotes (+35 in 24 h)`, as plain text. The gain is left out if it is unknown or equals the total. */
export function showUpvotes(upvotes: number | null, trend?: UpvoteTrend): string {
  if (upvotes === null) return '';
  const gained = trend?.gained ?? 0;
  const recent = trend === undefined || gained <= 0 || gained >= upvotes ? '' : ` (${showGain(trend)})`;
  return `${count(upvotes, 'upvote')}${recent}`;
}

const showGain = ({ gained, windowMs, knownMs }: UpvoteTrend): string =>
  `+${showNumber(gained ?? 0)} in ${showNumber(Math.max(1, Math.round((knownMs ?? windowMs) / hourMs)))} h`;

export const showCitations = (citations: number | null): string =>
  citations === null || citations === 0 ? '' : count(citations, 'citation');

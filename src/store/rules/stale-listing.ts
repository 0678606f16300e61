import type { AnnounceType } from '../../papers/announce-type.ts';
import type { Listing } from '../../papers/listing.ts';
import type { ListingRecord } from '../listings.ts';
import type { Announcement } from './announcement.ts';

/** A listing with more than this share of an earlier day's papers is stale. */
const staleShare = {
  /** A paper is announced as new once, so even a few repeated papers mean that a whole category was not updated. */
  new: 0.05,
  /** A paper may be picked on several days. */
  pick: 0.5,
};

/** A single category is stale from this many papers, and more than this share, of an earlier day on. */
const staleCategory = { papers: 5, share: 0.5 };

/**
 * With how many earlier listings of the source a listing is compared: sources repeat the last one. Empty listings, as on
 * weekends, are skipped.
 */
export const comparedListings = 3;

type RepeatableType = keyof typeof staleShare;

/** The announce types of which a listing can be stale. */
const repeatableTypes: readonly RepeatableType[] = ['new', 'pick'];

/** A paper of a listing. */
export interface ListedPaper {
  readonly number: number;
  readonly type: AnnounceType;
  /** The paper's first category; empty if it has none. */
  readonly category: string;
}

/** The papers of a listing. Their announcements are in the order of the listing's entries. */
export const listedPapers = ({ entries }: Listing, announcements: readonly Announcement[]): readonly ListedPaper[] =>
  announcements.map(({ paperNumber, announceType }, index) => ({
    number: paperNumber,
    type: announceType,
    category: entries[index]?.paper.categories[0] ?? '',
  }));

/** What is known of a listing whose pull succeeded. */
export interface PulledListing {
  readonly papers: readonly ListedPaper[];
  /** Which of the papers earlier listings have as well, under the same announce type. */
  readonly repeated: Readonly<Record<RepeatableType, ReadonlySet<number>>>;
  readonly isPartial: boolean;
  /** The record of the listing before this pull; null if there was none. */
  readonly before: Pick<ListingRecord, 'state' | 'reason'> | null;
}

/**
 * Why a listing is stale, or null. Sources that are late show an earlier day's listing under the new date, with dates and
 * times that look right. So the pulled papers decide.
 */
export function staleReason({ papers, repeated, isPartial, before }: PulledListing): string | null {
  // Nothing changed, so a stale listing is still stale.
  if (isPartial && papers.length === 0) return before?.state === 'stale' ? before.reason : null;
  for (const type of repeatableTypes) {
    const ofType = papers.filter((paper) => paper.type === type);
    const reason = reasonOf(type, ofType, repeated[type]);
    if (reason !== null) return reason;
  }
  return null;
}

function reasonOf(type: RepeatableType, listed: readonly ListedPaper[], repeated: ReadonlySet<number>): string | null {
  if (repeated.size > listed.length * staleShare[type])
    return listed.length === 1
      ? 'its only paper is one of an earlier day'
      : `${repeated.size} of its ${listed.length} papers are those of an earlier day`;
  const category = type === 'new' && repeated.size > 0 ? staleCategoryOf(listed, repeated) : null;
  return category === null ? null : `its papers of ${category} are those of an earlier day`;
}

/** The first stale category, or null. */
function staleCategoryOf(listed: readonly ListedPaper[], repeated: ReadonlySet<number>): string | null {
  for (const [category, papers] of Map.groupBy(listed, (paper) => paper.category)) {
    const old = papers.filter(({ number }) => repeated.has(number)).length;
    if (category !== '' && old >= staleCategory.papers && old > papers.length * staleCategory.share) return category;
  }
  return null;
}

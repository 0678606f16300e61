import { readAcceptance } from './acceptance.ts';
import type { Paper } from './paper.ts';
import { publicationStatus } from './publication-status.ts';

/** What readers of a paper want to know later: a new version, that it was withdrawn, has code, or was accepted. */
const changeKinds = ['version', 'withdrawn', 'code', 'venue'] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** How a stored paper changed, as far as its readers want to know. Most writes only change counts, so it is cheap then. */
export function changesBetween(before: Paper, after: Paper): readonly ChangeKind[] {
  return changeKinds.filter((kind) => tests[kind](before, after));
}

const tests: Readonly<Record<ChangeKind, (before: Paper, after: Paper) => boolean>> = {
  // Each server counts versions separately.
  version: (before, after) =>
    before.id === after.id && before.version !== null && after.version !== null && after.version > before.version,
  withdrawn: (before, after) => !hasSameTexts(before, after) && isWithdrawn(after) && !isWithdrawn(before),
  code: (before, after) => before.extras.codeUrl === null && after.extras.codeUrl !== null,
  venue: (before, after) => !hasSameVenue(before, after) && isPublishedAnywhere(after) && !isPublishedAnywhere(before),
};

const isWithdrawn = (paper: Paper): boolean => publicationStatus(paper) === 'withdrawn';

const hasSameTexts = (one: Paper, other: Paper): boolean =>
  one.title === other.title &&
  one.abstract === other.abstract &&
  one.comment === other.comment &&
  one.statedStatus === other.statedStatus;

const hasSameVenue = (one: Paper, other: Paper): boolean =>
  one.comment === other.comment &&
  one.journalReference === other.journalReference &&
  one.extras.venue === other.extras.venue;

/** Whether a paper was accepted or published somewhere, as far as anybody states it. */
export const isPublishedAnywhere = ({ comment, journalReference, extras }: Paper): boolean =>
  journalReference !== null || extras.venue !== null || readAcceptance(comment) !== null;

import type { SourceId } from '../../../src/papers/paper.ts';
import type { FaultKind } from '../../../src/playground/discord/faults.ts';
import type { Instant } from '../../../src/ports.ts';
import type { LocalDate } from '../../../src/time.ts';
import type { PointKind } from '../mortal-lives.ts';
import type { SourcePaper } from './source-paper.ts';

/** Some months of events: the announcements and their times, the failures, and the bot's wake-ups. */
export interface ReplayPlan {
  readonly start: LocalDate;
  readonly days: number;
  readonly channels: readonly ReplayChannel[];
  /** By day. arXiv announces nothing on the other days. */
  readonly announcements: ReadonlyMap<LocalDate, readonly AnnouncedPaper[]>;
  /** The additions to Hugging Face's lists, oldest first. */
  readonly picks: readonly PickStep[];
  readonly troubles: readonly Trouble[];
  /** When the bot is woken, oldest first. */
  readonly wakes: readonly Wake[];
  /** One for each day, oldest first. */
  readonly crashes: readonly Crash[];
}

/** The categories that the bot asks arXiv for, one request each. */
export const askedCategories = ['cs.CL', 'cs.CV'] as const;

export interface ReplayChannel {
  readonly name: string;
  readonly zone: string;
  /** `HH:MM` */
  readonly time: string;
  /** ISO weekdays. */
  readonly days: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[];
  readonly topics: readonly ReplayTopic[];
}

/** A topic, and its meaning without the bot's topic language. */
export interface ReplayTopic {
  readonly text: string;
  /** The category that a paper must have, if any. */
  readonly category?: string;
  readonly word: RegExp;
}

/** A paper in one of arXiv's announcements. */
export interface AnnouncedPaper {
  readonly paper: SourcePaper;
  /** `cross`: announced elsewhere before, now in the categories after its first one, too. */
  readonly listing: 'new' | 'cross' | 'replacement';
  readonly version: number;
}

/** Papers that Hugging Face adds to the list of a day at that moment. Lists grow for three days. */
export interface PickStep {
  readonly date: LocalDate;
  readonly at: Instant;
  readonly papers: readonly PickedPaper[];
}

export interface PickedPaper {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  /** As the source sends it. */
  readonly item: unknown;
}

/**
 * - `stale`: arXiv shows the batch of the day before under the new date; `half-stale`: in one of two categories
 * - `unrenewed`: arXiv shows the day before, under its own date
 * - `429`, `503`, `page`: instead of an answer, the last a web page with status 200
 */
export type TroubleKind = 'stale' | 'half-stale' | 'unrenewed' | '429' | '503' | 'page';

/** A failure of one source for a while. */
export interface Trouble {
  readonly source: SourceId;
  readonly kind: TroubleKind;
  readonly from: Instant;
  readonly until: Instant;
}

/** The category that `half-stale` concerns. */
export const staleCategory = 'cs.CV';

export interface Wake {
  readonly at: Instant;
  /** The failure of the first messages after it. */
  readonly discord?: { readonly kind: FaultKind; readonly times: number };
}

/** The bot dies at the n-th crash point after a wake-up, and is stopped for a while. */
export interface Crash {
  readonly from: Instant;
  /** 1 is the first. */
  readonly point: number;
  /** Which points count: most are those of pulls. */
  readonly among: PointKind;
  readonly awayMs: number;
}

/** The trouble of the source, if any. */
export const troubleOf = ({ troubles }: ReplayPlan, source: SourceId, at: Instant): Trouble | undefined =>
  troubles.find((trouble) => trouble.source === source && trouble.from <= at && at < trouble.until);

import type { Random } from '../../../src/ports.ts';
import { addDays, type LocalDate } from '../../../src/time.ts';
import { isWeekend } from './clocks.ts';
import { type AnnouncedPaper, askedCategories, type PickedPaper, type ReplayPlan } from './replay-plan.ts';
import type { PaperPool, SourcePaper } from './source-paper.ts';
import { toPick } from './wire.ts';

/** The input from which the sources' days are made. */
export interface AlmanacPlan {
  readonly start: LocalDate;
  readonly days: number;
  /** Evenings outside weekends on which arXiv announces nothing. Then the next day has no feeds. */
  readonly holidays: readonly LocalDate[];
  readonly pool: PaperPool;
  /** Hugging Face's list of that day; null if it was not captured. */
  readonly capturedPicks: (day: LocalDate) => readonly PickedPaper[] | null;
  readonly random: Random;
}

/** The sources' announcements, day by day. */
export interface Almanac {
  readonly announcements: ReplayPlan['announcements'];
  /** Hugging Face's final list of each day. */
  readonly picks: ReadonlyMap<LocalDate, readonly PickedPaper[]>;
}

const isAsked = (category: string): boolean => askedCategories.some((asked) => asked === category);
const isVisible = ({ categories }: SourcePaper): boolean => categories.some(isAsked);

/** Whether it can be cross-listed later: one of its other categories is pulled. */
const canCross = ({ categories }: SourcePaper): boolean => categories.slice(1).some(isAsked);

export function makeAlmanac(plan: AlmanacPlan): Almanac {
  const days = Array.from({ length: plan.days }, (_, index) => addDays(plan.start, index));
  const closed = new Set(plan.holidays.map((evening) => addDays(evening, 1)));
  const working = days.filter((day) => !isWeekend(day) && !closed.has(day));
  const announcements = makeAnnouncements(working, plan);
  return { announcements, picks: makePicks(days, working, announcements, plan) };
}

/** A usual day of arXiv: new papers, cross-lists of new and older papers, and new versions. */
function makeAnnouncements(
  working: readonly LocalDate[],
  { pool, random }: AlmanacPlan,
): ReadonlyMap<LocalDate, readonly AnnouncedPaper[]> {
  const announcements = new Map<LocalDate, AnnouncedPaper[]>();
  const versions = new Map<string, number>();
  const older: SourcePaper[] = [];
  const withheld: { readonly paper: SourcePaper; readonly until: number }[] = [];
  const drawOlder = (count: number, isFit: (paper: SourcePaper) => boolean): readonly SourcePaper[] => {
    const fit = older.filter(isFit);
    return Array.from({ length: count }, () => fit[Math.floor(random() * fit.length)]).filter(
      (one) => one !== undefined,
    );
  };
  for (const [place, day] of working.entries()) {
    const entries = new Map<string, AnnouncedPaper>();
    const add = (paper: SourcePaper, listing: AnnouncedPaper['listing']) => {
      if (entries.has(paper.id)) return;
      const version = (versions.get(paper.id) ?? 1) + (listing === 'replacement' ? 1 : 0);
      versions.set(paper.id, version);
      entries.set(paper.id, { paper, listing, version });
    };
    for (const paper of pool(day).filter(isVisible)) {
      const isForeign = !isAsked(paper.categories[0]);
      if (isForeign && random() < 0.5) withheld.push({ paper, until: place + 1 + Math.floor(random() * 4) });
      else add(paper, 'new');
    }
    const due = withheld.filter(({ until }) => until === place);
    for (const { paper } of due) add(paper, 'cross');
    for (const paper of drawOlder(1, canCross)) add(paper, 'cross');
    for (const paper of drawOlder(3, () => true)) add(paper, 'replacement');
    // A new version can be the first announcement of a paper here.
    const unheard = withheld.filter(({ until }) => until > place).slice(0, random() < 0.3 ? 1 : 0);
    for (const { paper } of unheard) add(paper, 'replacement');
    older.push(...[...entries.values()].filter(({ listing }) => listing === 'new').map(({ paper }) => paper));
    announcements.set(day, [...entries.values()]);
  }
  return announcements;
}

/**
 * Picks: mostly papers of the last days, some outside the pulled categories, some before arXiv's feeds have them, and
 * some that were picked before.
 */
function makePicks(
  days: readonly LocalDate[],
  working: readonly LocalDate[],
  announcements: ReplayPlan['announcements'],
  { pool, capturedPicks, random }: AlmanacPlan,
): ReadonlyMap<LocalDate, readonly PickedPaper[]> {
  const picks = new Map<LocalDate, readonly PickedPaper[]>();
  const pickedBefore: SourcePaper[] = [];
  const draw = (papers: readonly SourcePaper[], count: number): readonly SourcePaper[] =>
    papers.length === 0
      ? []
      : Array.from({ length: count }, () => papers[Math.floor(random() * papers.length)] as SourcePaper);
  for (const day of days) {
    const captured = capturedPicks(day);
    if (captured !== null) {
      picks.set(day, captured);
      continue;
    }
    if (isWeekend(day) && random() < 0.4) continue;
    const past = working.filter((other) => other <= day).slice(-3);
    const next = working.find((other) => other > day);
    const fresh = past.flatMap((other) => announcements.get(other) ?? []).map(({ paper }) => paper);
    const unseen = past.flatMap((other) => pool(other)).filter((paper) => !isVisible(paper));
    const early = next === undefined ? [] : pool(next).filter((paper) => isAsked(paper.categories[0]));
    const chosen = new Set([...draw(fresh, 4), ...draw(unseen, 3), ...draw(early, 2)]);
    const [first, ...others] = [...chosen].filter((paper) => !pickedBefore.includes(paper));
    const papers = [...(first === undefined ? [] : [first]), ...draw(pickedBefore, 1), ...others];
    pickedBefore.push(...papers);
    picks.set(
      day,
      papers.map((paper) => toPick(paper, day)),
    );
  }
  return picks;
}

import type { Random } from '../../../src/ports.ts';
import { addDays, type LocalDate } from '../../../src/time.ts';
import { isWeekend } from './clocks.ts';
import { type AnnouncedPaper, askedCategories, type PickedPaper, type ReplayPlan } from './replay-plan.ts';
import type { PaperPool, ToldPaper } from './told-paper.ts';
import { toPick } from './wire.ts';

/** From what the sources' days are made. */
export interface AlmanacPlan {
  readonly start: LocalDate;
  readonly days: number;
  /** Evenings on which arXiv announces nothing, though it is no weekend: the feeds of the day after are not made. */
  readonly holidays: readonly LocalDate[];
  readonly pool: PaperPool;
  /** What Hugging Face listed that day, where it was captured. */
  readonly capturedPicks: (day: LocalDate) => readonly PickedPaper[] | null;
  readonly random: Random;
}

/** What the sources have to tell, day by day. */
export interface Almanac {
  readonly announcements: ReplayPlan['announcements'];
  /** What stands on Hugging Face's list of a day in the end. */
  readonly picks: ReadonlyMap<LocalDate, readonly PickedPaper[]>;
}

const isAsked = (category: string): boolean => askedCategories.some((asked) => asked === category);
const isVisible = ({ categories }: ToldPaper): boolean => categories.some(isAsked);
/** Can be cross-listed later: its own category is not asked for, or it is, and another one, too. */
const canCross = ({ categories }: ToldPaper): boolean => categories.slice(1).some(isAsked);

export function makeAlmanac(plan: AlmanacPlan): Almanac {
  const days = Array.from({ length: plan.days }, (_, index) => addDays(plan.start, index));
  const closed = new Set(plan.holidays.map((evening) => addDays(evening, 1)));
  const working = days.filter((day) => !isWeekend(day) && !closed.has(day));
  const announcements = makeAnnouncements(working, plan);
  return { announcements, picks: makePicks(days, working, announcements, plan) };
}

/** New papers, cross-lists of today's and of older papers, and new versions, as arXiv has them every day. */
function makeAnnouncements(
  working: readonly LocalDate[],
  { pool, random }: AlmanacPlan,
): ReadonlyMap<LocalDate, readonly AnnouncedPaper[]> {
  const announcements = new Map<LocalDate, AnnouncedPaper[]>();
  const versions = new Map<string, number>();
  const older: ToldPaper[] = [];
  const withheld: { readonly paper: ToldPaper; readonly until: number }[] = [];
  const drawOlder = (count: number, isFit: (paper: ToldPaper) => boolean): readonly ToldPaper[] => {
    const fit = older.filter(isFit);
    return Array.from({ length: count }, () => fit[Math.floor(random() * fit.length)]).filter(
      (one) => one !== undefined,
    );
  };
  for (const [place, day] of working.entries()) {
    const entries = new Map<string, AnnouncedPaper>();
    const add = (paper: ToldPaper, listing: AnnouncedPaper['listing']) => {
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
    // Of papers that were never announced here, a new version may be the first that is heard.
    const unheard = withheld.filter(({ until }) => until > place).slice(0, random() < 0.3 ? 1 : 0);
    for (const { paper } of unheard) add(paper, 'replacement');
    older.push(...[...entries.values()].filter(({ listing }) => listing === 'new').map(({ paper }) => paper));
    announcements.set(day, [...entries.values()]);
  }
  return announcements;
}

/**
 * Picks: mostly of the last days' papers, some that the asked categories never hold, some before arXiv's feeds have
 * them, some that were picked before.
 */
function makePicks(
  days: readonly LocalDate[],
  working: readonly LocalDate[],
  announcements: ReplayPlan['announcements'],
  { pool, capturedPicks, random }: AlmanacPlan,
): ReadonlyMap<LocalDate, readonly PickedPaper[]> {
  const picks = new Map<LocalDate, readonly PickedPaper[]>();
  const pickedBefore: ToldPaper[] = [];
  const draw = (papers: readonly ToldPaper[], count: number): readonly ToldPaper[] =>
    papers.length === 0
      ? []
      : Array.from({ length: count }, () => papers[Math.floor(random() * papers.length)] as ToldPaper);
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

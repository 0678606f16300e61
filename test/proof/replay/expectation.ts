import type { SourceId } from '../../../src/papers/paper.ts';
import type { Instant } from '../../../src/ports.ts';
import { addDays, type LocalDate, minuteMs, utcDate } from '../../../src/time.ts';
import { type Occurrence, occurrencesOf } from './channels.ts';
import { easternDay, feedsMadeAt, graceMs, isWeekend } from './clocks.ts';
import {
  type AnnouncedPaper,
  askedCategories,
  type ReplayChannel,
  type ReplayPlan,
  staleCategory,
  troubleOf,
} from './replay-plan.ts';

/** The digest that a reader may expect. It follows from the events, never from the bot's own reports. */
export interface ExpectedDigest {
  /** The day of the digest; the last one if several were missed. */
  readonly day: LocalDate;
  readonly dueAt: Instant;
  /** The wake-up at which it is made. */
  readonly goesAt: Instant;
  readonly coversMore: boolean;
  /** How many listings it lacks. */
  readonly missing: number;
  /** Each paper by its id, and whether it is late. Empty on a quiet day. */
  readonly papers: ReadonlyMap<string, { readonly isLate: boolean }>;
}

/** A paper on a list, from the moment at which the bot can see it. */
interface Sighting {
  readonly at: Instant;
  readonly id: string;
  readonly listing: string;
  /** Null: a new version, which is not news. */
  readonly news: 'pick' | 'announced' | null;
  readonly text: string;
  readonly categories: readonly string[];
}

export function expectedDigests(plan: ReplayPlan): ReadonlyMap<ReplayChannel, readonly ExpectedDigest[]> {
  const sightings = sightingsOf(plan);
  return new Map(plan.channels.map((channel) => [channel, expectedOf(channel, plan, sightings)]));
}

function expectedOf(channel: ReplayChannel, plan: ReplayPlan, sightings: readonly Sighting[]): ExpectedDigest[] {
  const dates = Array.from({ length: plan.days + 2 }, (_, index) => addDays(plan.start, index));
  const open = [...occurrencesOf(channel, dates)];
  const readers = createReaders(channel, sightings);
  const expected: ExpectedDigest[] = [];
  const wentWithout = new Set<string>();
  let firstLook: Instant | null = null;
  for (const { at } of plan.wakes) {
    const due = open.filter((occurrence) => occurrence.at <= at);
    const last = due.at(-1);
    if (last === undefined) continue;
    firstLook ??= at;
    const gaps = gapsOf(channel, due, at, plan);
    const patience = Math.max(last.at + graceMs, firstLook + 10 * minuteMs);
    if (gaps.some(({ canCome }) => canCome) && at < patience) continue;
    const papers = readers.papersUpTo(at, wentWithout);
    for (const { listing } of gaps) wentWithout.add(listing);
    expected.push({
      day: last.day,
      dueAt: last.at,
      goesAt: at,
      coversMore: due.length > 1,
      missing: gaps.length,
      papers,
    });
    open.splice(0, due.length);
    firstLook = null;
  }
  return expected;
}

interface Gap {
  readonly listing: string;
  readonly canCome: boolean;
}

const nameOf = (source: SourceId, day: LocalDate): string => `${source} ${day}`;

/** The listings that the digests of these occurrences count on and lack. */
function gapsOf(channel: ReplayChannel, due: readonly Occurrence[], now: Instant, plan: ReplayPlan): readonly Gap[] {
  const gaps = new Map<string, Gap>();
  const needsCategory = channel.topics.every(({ category }) => category !== undefined);
  for (const { at } of due) {
    const day = easternDay(at);
    if (!isWeekend(day) && !isAvailable(day, now, plan)) {
      gaps.set(nameOf('arxiv', day), { listing: nameOf('arxiv', day), canCome: easternDay(now) === day });
    }
    const listing = nameOf('huggingface', utcDate(at));
    const canCome = utcDate(now) <= addDays(utcDate(at), 2);
    if (!needsCategory && troubleOf(plan, 'huggingface', now) !== undefined) gaps.set(listing, { listing, canCome });
  }
  return [...gaps.values()];
}

/** Whether the bot could get arXiv's whole day by then. */
const isAvailable = (day: LocalDate, now: Instant, plan: ReplayPlan): boolean =>
  plan.wakes.some(({ at }) => at <= now && easternDay(at) === day && troubleOf(plan, 'arxiv', at) === undefined);

/** The sources' papers, with the first wake-up at which the bot could see them. */
function sightingsOf(plan: ReplayPlan): readonly Sighting[] {
  const announced = [...plan.announcements].flatMap(([day, papers]) =>
    papers.map((paper) => sightAnnounced(paper, day, plan)),
  );
  const picked = plan.picks.flatMap(({ date, at: addedAt, papers }) => {
    const isSeen = (at: Instant) =>
      at >= addedAt && utcDate(at) <= addDays(date, 2) && troubleOf(plan, 'huggingface', at) === undefined;
    const at = plan.wakes.find((wake) => isSeen(wake.at))?.at;
    return papers.flatMap(({ id, title, abstract }): Sighting[] =>
      at === undefined
        ? []
        : [
            {
              at,
              id,
              listing: nameOf('huggingface', date),
              news: 'pick',
              text: `${title}\n${abstract}`,
              categories: [],
            },
          ],
    );
  });
  return [...announced, ...picked].sort((one, other) => one.at - other.at);
}

function sightAnnounced({ paper, listing }: AnnouncedPaper, day: LocalDate, plan: ReplayPlan): Sighting {
  const listedIn = listing === 'cross' ? paper.categories.slice(1) : paper.categories;
  const isRenewed = askedCategories.some((asked) => asked !== staleCategory && listedIn.includes(asked));
  const at = plan.wakes.find((wake) => {
    if (wake.at < feedsMadeAt(day) || easternDay(wake.at) !== day) return false;
    const trouble = troubleOf(plan, 'arxiv', wake.at);
    return trouble === undefined || (trouble.kind === 'half-stale' && isRenewed);
  })?.at;
  if (at === undefined) throw new Error(`nobody was awake to see what arXiv announced on ${day}`);
  const { id, title, abstract, categories } = paper;
  const news = listing === 'replacement' ? null : 'announced';
  return { at, id, listing: nameOf('arxiv', day), news, text: `${title}\n${abstract}`, categories };
}

/** The channel's readers, who expect each paper once. */
function createReaders(channel: ReplayChannel, sightings: readonly Sighting[]) {
  const seen = new Map<string, Sighting[]>();
  const given = new Set<string>();
  let next = 0;
  return {
    /** Papers that became news since the last call, match and were not given before. */
    papersUpTo(now: Instant, wentWithout: ReadonlySet<string>): ExpectedDigest['papers'] {
      const fresh = new Set<string>();
      for (let sighting = sightings[next]; sighting !== undefined && sighting.at <= now; sighting = sightings[++next]) {
        const before = seen.get(sighting.id) ?? [];
        if (isNews(sighting, before)) fresh.add(sighting.id);
        seen.set(sighting.id, [...before, sighting]);
      }
      const papers = new Map<string, { readonly isLate: boolean }>();
      for (const id of fresh) {
        const seenBefore = seen.get(id) ?? [];
        if (given.has(id) || !matches(channel, seenBefore)) continue;
        given.add(id);
        papers.set(id, { isLate: seenBefore.some(({ listing }) => wentWithout.has(listing)) });
      }
      return papers;
    },
  };
}

/** Whether a paper is news: when it is first announced or picked, and again when arXiv first gives its categories. */
function isNews({ news, listing }: Sighting, before: readonly Sighting[]): boolean {
  if (before.every((earlier) => earlier.news === null)) return news !== null;
  return isOfArxiv(listing) && !before.some((earlier) => isOfArxiv(earlier.listing));
}

const isOfArxiv = (listing: string): boolean => listing.startsWith('arxiv');

/** Whether a topic matches. arXiv's text of the paper counts, if there is one. */
function matches({ topics }: ReplayChannel, seenBefore: readonly Sighting[]): boolean {
  const arxiv = seenBefore.findLast(({ listing }) => isOfArxiv(listing));
  const { text = '', categories = [] } = arxiv ?? seenBefore.at(-1) ?? {};
  return topics.some(
    ({ word, category }) => word.test(text) && (category === undefined || categories.includes(category)),
  );
}

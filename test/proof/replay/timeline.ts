import type { LocalDate } from '../../../src/papers/listing.ts';
import type { Instant, Random } from '../../../src/ports.ts';
import type { Almanac, AlmanacPlan } from './almanac.ts';
import { makeAlmanac } from './almanac.ts';
import {
  dayAfter,
  dayMs,
  feedsMadeAt,
  firstShownAt,
  graceMs,
  hourMs,
  minuteMs,
  startOfUtcDay,
  utcDay,
  weekdayOf,
} from './clocks.ts';
import type {
  Crash,
  PickedPaper,
  PickStep,
  ReplayChannel,
  ReplayPlan,
  Trouble,
  TroubleKind,
  Wake,
} from './replay-plan.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;
const diffusion = { text: '=diffusion', word: /(?<![\p{L}\p{N}])diffusion(?![\p{L}\p{N}])/iu };
const video = { text: '=video', word: /(?<![\p{L}\p{N}])video(?![\p{L}\p{N}])/iu };
const agents = { text: '=agents', word: /(?<![\p{L}\p{N}])agents(?![\p{L}\p{N}])/iu };

/** Digests in the hours that clocks skip or repeat, north and south, and one on working days only. */
export const replayChannels: readonly ReplayChannel[] = [
  { name: 'berlin', zone: 'Europe/Berlin', time: '02:30', days: everyDay, topics: [diffusion] },
  {
    name: 'new-york',
    zone: 'America/New_York',
    time: '01:30',
    days: everyDay,
    topics: [{ ...video, text: '=video AND cat:cs.CV', category: 'cs.CV' }],
  },
  { name: 'lord-howe', zone: 'Australia/Lord_Howe', time: '02:15', days: everyDay, topics: [agents] },
  { name: 'working-days', zone: 'UTC', time: '09:00', days: [1, 2, 3, 4, 5], topics: [diffusion, agents] },
];

/** After a start, a digest that could wait does so for a little more than this. */
const firstLookMs = 10 * minuteMs;

/** Lets the days of the almanac happen: when each thing is told, what breaks, when the bot is awake and where it dies. */
export function makeReplayPlan(plan: AlmanacPlan): ReplayPlan {
  const { start, days, random } = plan;
  const almanac = makeAlmanac(plan);
  const dates = Array.from({ length: days }, (_, index) => dayAfter(start, index));
  const absences = absencesOf(dates);
  const wakes = createWakes(absences);
  for (const { at } of digestTimes(dates)) wakes.add(at + minuteMs / 2);
  for (const day of dates) wakes.add(feedsMadeAt(day) + 5 * minuteMs);
  for (const { until } of absences) {
    wakes.add(until);
    wakes.add(until + firstLookMs + minuteMs);
  }
  const troubles = placeTroubles(drawTroubles(dates, almanac, absences, plan), dates, wakes);
  const picks = placePicks(almanac.picks, wakes, random);
  wakes.endAt(startOfUtcDay(start) + days * dayMs);
  const crashes = dates.flatMap((day) => drawCrash(day, wakes.list(), random) ?? []);
  const weathered = drawWeather(wakes, dates, random);
  return {
    start,
    days,
    channels: replayChannels,
    announcements: almanac.announcements,
    picks,
    troubles,
    wakes: weathered,
    crashes,
  };
}

/** When each channel's digests are due. */
const digestTimes = (dates: readonly LocalDate[]): readonly { readonly at: Instant }[] =>
  replayChannels.flatMap((channel) => occurrencesOf(channel, dates));

export interface Occurrence {
  readonly day: LocalDate;
  readonly at: Instant;
}

export const occurrencesOf = (channel: ReplayChannel, dates: readonly LocalDate[]): readonly Occurrence[] =>
  dates
    .filter((day) => channel.days.some((weekday) => weekday === weekdayOf(day)))
    .map((day) => ({ day, at: firstShownAt(channel.zone, day, channel.time) }));

interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** Some weekends the host is off: the digests of two days are one then. */
function absencesOf(dates: readonly LocalDate[]): readonly Span[] {
  const fridays = dates.slice(0, -3).filter((day) => weekdayOf(day) === 5);
  return fridays
    .filter((_, week) => week % 5 === 3)
    .map((day) => ({ from: startOfUtcDay(day) + 20 * hourMs, until: startOfUtcDay(day) + 2 * dayMs + 21 * hourMs }));
}

/** The wake-ups so far, and where among them something can change so that every wake-up finds it either way. */
interface Wakes {
  add(at: Instant): void;
  list(): readonly Instant[];
  clean(at: Instant): Instant;
  /** Nothing happens from then on, but that what is begun comes to its end. */
  endAt(at: Instant): void;
}

/** A source is asked again after half an hour at the soonest, and after five minutes where it failed. */
const quietBeforeMs = 35 * minuteMs;
const quietAfterMs = 10 * minuteMs;

function createWakes(absences: readonly Span[]): Wakes {
  const all = new Set<Instant>();
  return {
    add(at) {
      if (!absences.some(({ from, until }) => from <= at && at < until)) all.add(at);
    },
    list: () => [...all].sort((one, other) => one - other),
    clean(at) {
      let clean = at;
      const isNear = (wake: Instant) => wake > clean - quietBeforeMs && wake < clean + quietAfterMs;
      for (let near = this.list().findLast(isNear); near !== undefined; near = this.list().findLast(isNear)) {
        clean = near + quietBeforeMs;
      }
      return clean;
    },
    endAt(end) {
      for (const at of this.list()) if (at >= end) all.delete(at);
      const last = Math.max(...all);
      for (const minutes of [2, 5]) all.add(last + minutes * minuteMs);
    },
  };
}

const arxivKinds = ['stale', 'stale', 'half-stale', 'unrenewed', '429', '503', 'page'] as const satisfies TroubleKind[];
const huggingfaceKinds = ['429', '503', 'page'] as const satisfies TroubleKind[];

function drawTroubles(
  dates: readonly LocalDate[],
  { announcements }: Almanac,
  absences: readonly Span[],
  { random }: AlmanacPlan,
): readonly Trouble[] {
  const draw = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
  const working = [...announcements.keys()];
  const ofArxiv = working.slice(1).flatMap((day, index): Trouble[] => {
    const made = feedsMadeAt(day);
    // The day after the longest break shows best whether an old batch is known as such.
    const isAfterBreak = startOfUtcDay(day) - startOfUtcDay(working[index] ?? day) > 3 * dayMs;
    if (!isAfterBreak && random() > 0.35) return [];
    const isLastChance = absences.some(({ from }) => utcDay(from) === day);
    const hours = draw(isLastChance ? [1, 4] : [1, 4, 8, 14]);
    const kind = isAfterBreak ? 'stale' : draw(arxivKinds);
    return [{ source: 'arxiv', kind, from: made, until: made + hours * hourMs }];
  });
  const ofHuggingFace = dates.flatMap((day): Trouble[] => {
    if (random() > 0.3) return [];
    const from = startOfUtcDay(day) + draw([0.2, 5, 8, 15]) * hourMs;
    return [{ source: 'huggingface', kind: draw(huggingfaceKinds), from, until: from + draw([1, 2.5, 6]) * hourMs }];
  });
  return [...ofArxiv, ...ofHuggingFace].sort((one, other) => one.from - other.from);
}

/** Moves each trouble's ends to where no wake-up is near, and wakes the bot when it is over and when patience ends. */
function placeTroubles(troubles: readonly Trouble[], dates: readonly LocalDate[], wakes: Wakes): readonly Trouble[] {
  const digests = digestTimes(dates);
  return troubles.map((trouble) => {
    const from = trouble.source === 'arxiv' ? trouble.from : wakes.clean(trouble.from);
    const until = wakes.clean(Math.max(trouble.until, from + hourMs));
    wakes.add(until + 6 * minuteMs);
    for (const { at } of digests) if (from <= at && at < until) wakes.add(at + graceMs + minuteMs);
    return { ...trouble, from, until };
  });
}

/** Of a day's list so much is there from so many hours after its midnight (UTC) on. */
const growth = [
  { hours: 7.5, share: 0.4 },
  { hours: 19, share: 0.6 },
  { hours: 24 + 11, share: 0.8 },
  { hours: 48 + 11, share: 1 },
] as const;

function placePicks(
  picks: ReadonlyMap<LocalDate, readonly PickedPaper[]>,
  wakes: Wakes,
  random: Random,
): readonly PickStep[] {
  const steps = [...picks].flatMap(([date, papers]) =>
    growth.map(({ hours, share }, index) => ({
      date,
      at: startOfUtcDay(date) + hours * hourMs + Math.floor(random() * 20) * minuteMs,
      papers: papers.slice(
        Math.ceil(papers.length * (growth[index - 1]?.share ?? 0)),
        Math.ceil(papers.length * share),
      ),
    })),
  );
  const told = steps.filter(({ papers }) => papers.length > 0).sort((one, other) => one.at - other.at);
  return told.map((step) => {
    const at = wakes.clean(step.at);
    wakes.add(at + 5 * minuteMs);
    return { ...step, at };
  });
}

/** Away for less than Discord remembers a nonce, or for longer. */
const awayMs = [20_000, 4 * minuteMs] as const;

function drawCrash(day: LocalDate, wakes: readonly Instant[], random: Random): Crash | null {
  const ofDay = wakes.filter((at) => utcDay(at) === day);
  const from = ofDay[Math.floor(random() * ofDay.length)];
  if (from === undefined) return null;
  const [among, points] =
    random() < 0.2 ? (['all', 9] as const) : random() < 0.4 ? (['digests', 8] as const) : (['sends', 2] as const);
  const point = 1 + Math.floor(random() * points);
  return { from, point, among, awayMs: awayMs[random() < 0.5 ? 0 : 1] };
}

const weathers = [
  { kind: 'bad-gateway', times: 1 },
  { kind: 'unavailable', times: 2 },
  { kind: 'rate-limited', times: 1 },
  { kind: 'reset', times: 1 },
] as const satisfies Wake['discord'][];

/** On some days Discord loses an answer or is not there when the first digest is posted; it is asked again soon. */
function drawWeather(wakes: Wakes, dates: readonly LocalDate[], random: Random): readonly Wake[] {
  const hit = new Map<Instant, Wake['discord']>();
  for (const { at } of digestTimes(dates)) {
    const weather = weathers[Math.floor(random() * weathers.length)];
    if (random() > 0.06 || weather === undefined || !wakes.list().includes(at + minuteMs / 2)) continue;
    hit.set(at + minuteMs / 2, weather);
    for (const minutes of [2, 5]) wakes.add(at + minutes * minuteMs);
  }
  return wakes.list().map((at) => {
    const discord = hit.get(at);
    return discord === undefined ? { at } : { at, discord };
  });
}

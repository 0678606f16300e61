import type { Instant, Random } from '../../../src/ports.ts';
import { addDays, dayMs, hourMs, type LocalDate, minuteMs, startOfUtcDate, utcDate } from '../../../src/time.ts';
import { type Almanac, type AlmanacPlan, makeAlmanac } from './almanac.ts';
import { occurrencesOf, replayChannels } from './channels.ts';
import { feedsMadeAt, graceMs, wallClock, weekdayOf } from './clocks.ts';
import type { Crash, PickedPaper, PickStep, ReplayPlan, Trouble, TroubleKind, Wake } from './replay-plan.ts';
import { createWakes, type Span, type Wakes } from './wakes.ts';

/** After a start, a digest that can wait does so for a little longer than this. */
const firstLookMs = 10 * minuteMs;

/** Schedules the days of the almanac: announcements, failures, the bot's wake-ups and its crashes. */
export function makeReplayPlan(plan: AlmanacPlan): ReplayPlan {
  const { start, days, random } = plan;
  const almanac = makeAlmanac(plan);
  const dates = Array.from({ length: days }, (_, index) => addDays(start, index));
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
  wakes.endAt(startOfUtcDate(start) + days * dayMs);
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

/** Weekends on which the host is off, so that the digests of two days become one. Clocks do not change on them. */
function absencesOf(dates: readonly LocalDate[]): readonly Span[] {
  const keepsTime = (day: LocalDate) =>
    replayChannels.every(({ zone }) => {
      const [before, after] = [0, 3].map((days) => wallClock(zone, startOfUtcDate(addDays(day, days))).slice(11));
      return before === after;
    });
  const fridays = dates.slice(0, -3).filter((day) => weekdayOf(day) === 5 && keepsTime(day));
  return fridays
    .filter((_, week) => week % 5 === 3)
    .map((day) => ({ from: startOfUtcDate(day) + 20 * hourMs, until: startOfUtcDate(day) + 2 * dayMs + 21 * hourMs }));
}

const refusals = ['429', '503', 'page'] as const satisfies TroubleKind[];
const arxivKinds = ['stale', 'stale', 'half-stale', 'unrenewed', ...refusals] as const;

function drawTroubles(
  dates: readonly LocalDate[],
  almanac: Almanac,
  absences: readonly Span[],
  { random }: AlmanacPlan,
): readonly Trouble[] {
  const draw = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
  const ofHuggingFace = dates.flatMap((day): Trouble[] => {
    if (random() > 0.3) return [];
    const from = startOfUtcDate(day) + draw([0.2, 5, 8, 15]) * hourMs;
    return [{ source: 'huggingface', kind: draw(refusals), from, until: from + draw([1, 2.5, 6]) * hourMs }];
  });
  const onReturn = absences.slice(0, 1).map(({ until }): Trouble => {
    return { source: 'huggingface', kind: draw(refusals), from: until - hourMs, until: until + 3 * hourMs };
  });
  const troubles = [
    ...drawArxivTroubles([...almanac.announcements.keys()], absences, draw),
    ...ofHuggingFace,
    ...onReturn,
  ];
  return troubles.sort((one, other) => one.from - other.from);
}

/** Troubles that mostly begin when the day's feeds are made, or later, when the bot has them. */
function drawArxivTroubles(
  working: readonly LocalDate[],
  absences: readonly Span[],
  draw: <T>(choices: readonly T[]) => T,
): readonly Trouble[] {
  return working.slice(1).flatMap((day, index): Trouble[] => {
    const made = feedsMadeAt(day);
    const from = (kind: TroubleKind, sinceHours: number, hours: number): Trouble[] => [
      { source: 'arxiv', kind, from: made + sinceHours * hourMs, until: made + (sinceHours + hours) * hourMs },
    ];
    // The day after the longest break tests best whether an old batch is recognised.
    const isAfterBreak = startOfUtcDate(day) - startOfUtcDate(working[index] ?? day) > 3 * dayMs;
    const when = isAfterBreak ? 'midnight' : draw(['midnight', 'midnight', 'day', 'never', 'never', 'never'] as const);
    if (when === 'never') return [];
    if (when === 'day') return from(draw(refusals), 3, 6);
    const isLastChance = absences.some((absence) => utcDate(absence.from) === day);
    return from(isAfterBreak ? 'stale' : draw(arxivKinds), 0, draw(isLastChance ? [1, 4] : [1, 4, 8, 14]));
  });
}

/** Moves each trouble's ends away from wake-ups, and wakes the bot when the trouble and its patience end. */
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

/** The share of a day's list that is published, from a number of hours after its midnight (UTC). */
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
      at: startOfUtcDate(date) + hours * hourMs + Math.floor(random() * 20) * minuteMs,
      papers: papers.slice(
        Math.ceil(papers.length * (growth[index - 1]?.share ?? 0)),
        Math.ceil(papers.length * share),
      ),
    })),
  );
  const published = steps.filter(({ papers }) => papers.length > 0).sort((one, other) => one.at - other.at);
  return published.map((step) => {
    const at = wakes.clean(step.at);
    wakes.add(at + 5 * minuteMs);
    return { ...step, at };
  });
}

/** Shorter than Discord remembers a nonce, or longer. */
const awayMs = [20_000, 4 * minuteMs] as const;

function drawCrash(day: LocalDate, wakes: readonly Instant[], random: Random): Crash | null {
  const ofDay = wakes.filter((at) => utcDate(at) === day);
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

/** On some days Discord loses an answer or is down when the first digest is posted. A wake-up follows soon. */
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

import type { Say } from '../../language/say.ts';

/** `6.2 a day`, `fewer than 1 a week` */
export function showRate(papersPerDay: number, say: Say): string {
  if (papersPerDay >= 1) return say('timing.perDay', { rate: tenths(papersPerDay) });
  const perWeek = papersPerDay * 7;
  return perWeek >= 1 ? say('timing.perWeek', { rate: tenths(perWeek) }) : say('timing.lessThanWeekly');
}

/** A rounded rate: `about 31 a day`, `about 4.2 a day`, `fewer than 1 a week` */
export function showRoughRate(papersPerDay: number, say: Say): string {
  if (papersPerDay >= 1) {
    return say('timing.aboutPerDay', { rate: papersPerDay >= 10 ? Math.round(papersPerDay) : tenths(papersPerDay) });
  }
  const perWeek = papersPerDay * 7;
  return perWeek >= 1 ? say('timing.aboutPerWeek', { rate: tenths(perWeek) }) : say('timing.lessThanWeekly');
}

const tenths = (rate: number): number => Math.round(rate * 10) / 10;

import type { Random } from '../../src/ports.ts';
import { type CrashPlan, type CrashRun, type CrashTheatre, openCrashTheatre, type outages } from './crash-runs.ts';

/** The conditions of a story besides its crashes. */
export type Weather = Pick<CrashPlan, 'outage' | 'isAnswerLost'>;

export const weathers: readonly Weather[] = (['short', 'long'] as const satisfies (keyof typeof outages)[]).flatMap(
  (outage) => [false, true].map((isAnswerLost) => ({ outage, isAnswerLost })),
);

/** Two of the weathers, with both outages, and with and without a lost answer. */
export const oppositeWeathers: readonly Weather[] = [
  { outage: 'long', isAnswerLost: false },
  { outage: 'short', isAnswerLost: true },
];

/** More crash points than any life has. */
const mostPoints = 40;

/** One story for a crash at each point. */
export async function runSingles(theatre: CrashTheatre, plan: Omit<CrashPlan, 'crashes'>): Promise<CrashRun[]> {
  return await runEveryPoint(theatre, { ...plan, crashes: [] });
}

/** A crash at each point, and then at each point of the next life. */
export async function runPairs(theatre: CrashTheatre, plan: Omit<CrashPlan, 'crashes'>): Promise<CrashRun[]> {
  const runs: CrashRun[] = [];
  for (const { plan: first } of await runSingles(theatre, plan)) runs.push(...(await runEveryPoint(theatre, first)));
  return runs;
}

/** One more crash at some points of the next life, for each of the runs. */
export async function runSomeMore(
  theatre: CrashTheatre,
  runs: readonly CrashRun[],
  pointsOf: () => readonly number[],
): Promise<CrashRun[]> {
  const more: CrashRun[] = [];
  for (const { plan } of runs)
    for (const crashAt of pointsOf()) more.push(await theatre.run({ ...plan, crashes: [...plan.crashes, crashAt] }));
  return more;
}

/** One more crash at each point of the last life, as long as it has points. */
async function runEveryPoint(theatre: CrashTheatre, plan: CrashPlan): Promise<CrashRun[]> {
  const runs: CrashRun[] = [];
  for (let crashAt = 1; crashAt <= mostPoints; crashAt++) {
    const run = await theatre.run({ ...plan, crashes: [...plan.crashes, crashAt] });
    if (run.points.length <= plan.crashes.length) return runs;
    runs.push(run);
  }
  throw new Error(`a life has more than ${mostPoints} crash points`);
}

/** Some different crash points of a life that has that many. */
export function drawPoints(amount: number, points: number, random: Random): readonly number[] {
  const left = Array.from({ length: points }, (_, index) => index + 1);
  return Array.from({ length: amount }, () => left.splice(Math.floor(random() * left.length), 1)[0] ?? 1);
}

/** A story with one to three crashes at any points, in any weather. */
export function drawStory(plan: Pick<CrashPlan, 'policy' | 'place' | 'death'>, random: Random): CrashPlan {
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  const crashes = Array.from({ length: upTo(3) }, () => upTo(12));
  return { ...plan, ...(weathers[upTo(weathers.length) - 1] as Weather), crashes };
}

/** Runs tasks side by side in lanes, each with its own theatre. Returns the runs in the order of the tasks. */
export async function runInLanes(
  tasks: readonly ((theatre: CrashTheatre) => Promise<readonly CrashRun[]>)[],
  lanes: number,
): Promise<CrashRun[]> {
  const results: (readonly CrashRun[])[] = [];
  let next = 0;
  const lane = async () => {
    await using theatre = await openCrashTheatre();
    for (let index = next++; index < tasks.length; index = next++) {
      results[index] = (await tasks[index]?.(theatre)) ?? [];
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results.flat();
}

import type { Random } from '../../../src/ports.ts';
import type { CrashPlace } from '../stages.ts';
import { oppositeWeathers, type Weather, weathers } from '../stories.ts';
import { type Failure, failures } from './failures.ts';
import type { SharedPlan, SharedRun, SharedTheatre } from './theatre.ts';

/** What three workers post. The layout of a message changes nothing for them. */
const sharedPlaces = [
  'text',
  'forum',
  'follow-up',
  'review',
  'pings',
  'club',
  'club-forum',
  'publication',
  'mail',
] as const satisfies CrashPlace[];

/** More places to die than any story has. */
const mostPlaces = 60;

/** Some stories that run one after another in one theatre. */
export type SharedStory = (theatre: SharedTheatre) => Promise<readonly SharedRun[]>;

type Kind = Pick<SharedPlan, 'place'> & Weather & { readonly failure: Failure };

/**
 * At which commits and posts of a story something fails. Nothing of a story's place matters before its digest is planned, so
 * the commits of a pull are in the stories of a text channel only.
 */
const amongOf = ({ place }: Kind) => (place === 'text' ? 'all' : 'digests');

/** One story for each place to die. */
async function runEveryPlace(theatre: SharedTheatre, kind: Kind): Promise<readonly SharedRun[]> {
  const { failure, ...rest } = kind;
  const among = amongOf(kind);
  const runs: SharedRun[] = [];
  for (let at = 1; at <= mostPlaces; at += 1) {
    const run = await theatre.run({ ...rest, failures: [{ at, failure, among }] });
    if (run.points.length === 0) return runs;
    runs.push(run);
  }
  throw new Error(`a story has more than ${mostPlaces} places to die`);
}

/** Each failure at each place of a digest in a channel, and the most important ones of everything else. */
export function everyStory(possible: readonly Failure[]): readonly SharedStory[] {
  return sharedPlaces.flatMap((place) =>
    kindsOf(place)
      .filter(({ failure }) => possible.includes(failure))
      .map(
        (kind): SharedStory =>
          (theatre) =>
            runEveryPlace(theatre, kind),
      ),
  );
}

function kindsOf(place: CrashPlace): readonly Kind[] {
  const [calm, stormy] = oppositeWeathers as [Weather, Weather];
  if (place === 'text')
    return failures.flatMap((failure) => oppositeWeathers.map((weather) => ({ place, failure, ...weather })));
  return [
    { place, failure: 'worker', ...calm },
    { place, failure: 'frozen worker', ...calm },
    { place, failure: 'killed server', ...stormy },
    { place, failure: 'connection', ...calm },
  ];
}

/** A story with up to three failures at any places, in any weather. */
export function drawSharedStory(random: Random, possible: readonly Failure[]): SharedPlan {
  const draw = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
  const amount = draw([1, 2, 3]);
  const drawn = Array.from({ length: amount }, () => ({ at: draw([1, 2, 3, 5, 8, 13, 21]), failure: draw(possible) }));
  return { place: draw(sharedPlaces), failures: drawn, ...draw(weathers) };
}

/** Runs stories side by side, each lane in its own theatre. Returns the runs in the order of the stories. */
export async function runSideBySide(
  stories: readonly SharedStory[],
  openTheatres: readonly (() => Promise<SharedTheatre>)[],
  tell: (group: readonly SharedRun[]) => void,
): Promise<readonly SharedRun[]> {
  const results: (readonly SharedRun[])[] = [];
  let next = 0;
  const lane = async (open: () => Promise<SharedTheatre>): Promise<void> => {
    await using theatre = await open();
    for (let index = next++; index < stories.length; index = next++) {
      const group = (await stories[index]?.(theatre)) ?? [];
      results[index] = group;
      tell(group);
    }
  };
  await Promise.all(openTheatres.map(lane));
  return results.flat();
}

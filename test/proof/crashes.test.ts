import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../tools/random.ts';
import { openCrashTheatre } from './crash-runs.ts';
import { crashRow } from './crash-table.ts';
import type { NaivePolicy } from './naive-deliverers.ts';
import { drawPoints, drawStory, oppositeWeathers, runInLanes, runSingles, runSomeMore } from './stories.ts';

const flawless = { duplicates: 0, lost: 0, outOfOrder: 0 };

/** The commits and requests of one life without failures, in order. */
const pointsOfALife = [
  'recordListing committed',
  'schedulePull committed',
  'planDigest committed',
  'claimDeliveries committed',
  'send leaving',
  'send answered',
  'settleDelivery committed',
  'claimDeliveries committed',
  'send leaving',
  'send answered',
  'settleDelivery committed',
];

/** The same in a forum. The bot reads the tags of the forum before it opens the post. */
const pointsOfAPost = pointsOfALife.toSpliced(4, 0, 'look-up leaving', 'look-up answered');

describe('a digest of two messages is posted once', () => {
  // `npm run proof` kills it at each of them. The deaths below, which need no process, come at each of them as well.
  it('with a SIGKILL at each kind of commit and request, then stopped for an hour', async () => {
    await using theatre = await openCrashTheatre();
    const kinds = [...new Set(pointsOfALife)];
    const runs = [];
    for (const kind of kinds) {
      const crashes = [pointsOfALife.indexOf(kind) + 1];
      const weather = { outage: 'long', isAnswerLost: false } as const;
      runs.push(await theatre.run({ policy: 'paperboy', death: 'process', crashes, ...weather }));
    }
    expect(crashRow('paperboy', runs)).toMatchObject(flawless);
    expect(runs.flatMap(({ points }) => points)).toEqual(kinds);
  }, 180_000);

  it('with a second kill at any point of the recovery, seeded', async () => {
    const random = seededRandom(20260612);
    const stories = Array.from({ length: 2 }, () => drawStory({ policy: 'paperboy', death: 'process' }, random));
    const runs = await runInLanes(
      stories.map((story) => async (theatre) => [await theatre.run(story)]),
      2,
    );
    expect(crashRow('paperboy', runs)).toMatchObject({ runs: 2, ...flawless });
  }, 180_000);

  it('with a death at each point, and at some points of the next life, seeded', async () => {
    const random = seededRandom(12);
    await using theatre = await openCrashTheatre();
    const plan = { policy: 'paperboy', death: 'thread', outage: 'long', isAnswerLost: false } as const;
    const firsts = await runSingles(theatre, plan);
    expect(firsts.flatMap(({ points }) => points)).toEqual(pointsOfALife);
    const pairs = await runSomeMore(theatre, firsts, () => drawPoints(2, pointsOfALife.length, random));
    const row = crashRow('paperboy', [...firsts, ...pairs]);
    expect(row).toMatchObject(flawless);
    expect(row.crashes).toBeGreaterThan(firsts.length + pairs.length);
  }, 180_000);

  it('with up to three deaths in any weather, seeded', async () => {
    const random = seededRandom(4);
    await using theatre = await openCrashTheatre();
    const runs = [];
    for (let story = 0; story < 12; story++) {
      runs.push(await theatre.run(drawStory({ policy: 'paperboy', death: 'thread' }, random)));
    }
    expect(crashRow('paperboy', runs)).toMatchObject(flawless);
  }, 180_000);
});

describe('a digest of two messages is one post of a forum', () => {
  const plan = { policy: 'paperboy', place: 'forum', death: 'thread' } as const;

  it.each(oppositeWeathers)(
    'with a death at each point: %o',
    async (weather) => {
      await using theatre = await openCrashTheatre();
      const runs = await runSingles(theatre, { ...plan, ...weather });
      expect(crashRow('paperboy', runs, 'forum')).toMatchObject(flawless);
      // A lost answer ends the delivery's first attempt. A later wake-up goes on.
      const expected = weather.isAnswerLost
        ? pointsOfAPost.slice(0, pointsOfAPost.indexOf('settleDelivery committed') + 1)
        : pointsOfAPost;
      expect(runs.flatMap(({ points }) => points)).toEqual(expected);
    },
    180_000,
  );

  it('with up to three deaths in any weather, seeded', async () => {
    const random = seededRandom(15);
    await using theatre = await openCrashTheatre();
    const runs = [];
    for (let story = 0; story < 8; story++) runs.push(await theatre.run(drawStory(plan, random)));
    expect(crashRow('paperboy', runs, 'forum')).toMatchObject(flawless);
  }, 180_000);

  it('with a SIGKILL before the post, and when Discord has answered', async () => {
    await using theatre = await openCrashTheatre();
    const points = ['send leaving', 'send answered'];
    const runs = [];
    for (const point of points) {
      const crashes = [pointsOfAPost.indexOf(point) + 1];
      runs.push(await theatre.run({ ...plan, outage: 'long', isAnswerLost: false, death: 'process', crashes }));
    }
    expect(crashRow('paperboy', runs, 'forum')).toMatchObject(flawless);
    expect(runs.flatMap((run) => run.points)).toEqual(points);
  }, 180_000);
});

/** The commits and posts of a life after a digest. */
const pointsBeside = {
  'follow-up': [
    'planDigest committed',
    'planFollowUp committed',
    'claimDeliveries committed',
    'send leaving',
    'send answered',
    'settleDelivery committed',
  ],
  review: [
    'planDigest committed',
    'planReview committed',
    'claimDeliveries committed',
    'send leaving',
    'send answered',
    'settleDelivery committed',
  ],
  // A mention, then a direct message, whose channel is opened first.
  pings: [
    'recoverPingNotices committed',
    'claimPingNotices committed',
    'send leaving',
    'send answered',
    'settlePingNotice committed',
    'send leaving',
    'send answered',
    'send leaving',
    'send answered',
    'settlePingNotice committed',
  ],
  publication: [
    'send leaving',
    'send answered',
    'settlePublication committed',
    'send leaving',
    'send answered',
    'settlePublication committed',
  ],
} as const;

describe.each(['follow-up', 'pings', 'publication'] as const)('a message after a digest comes once: %s', (place) => {
  const plan = { policy: 'paperboy', place, death: 'thread' } as const;

  it('with a death at each commit and post, then stopped for an hour', async () => {
    await using theatre = await openCrashTheatre();
    const runs = await runSingles(theatre, { ...plan, outage: 'long', isAnswerLost: false });
    expect(crashRow('paperboy', runs, place)).toMatchObject(flawless);
    expect(runs.flatMap(({ points }) => points)).toEqual(pointsBeside[place]);
  }, 180_000);

  it('with a death at each point and a lost answer, then stopped for seconds', async () => {
    await using theatre = await openCrashTheatre();
    const runs = await runSingles(theatre, { ...plan, outage: 'short', isAnswerLost: true });
    expect(crashRow('paperboy', runs, place)).toMatchObject(flawless);
  }, 180_000);

  it('with up to three deaths in any weather, seeded', async () => {
    const random = seededRandom(77);
    await using theatre = await openCrashTheatre();
    const runs = [];
    for (let story = 0; story < 4; story++) runs.push(await theatre.run(drawStory(plan, random)));
    expect(crashRow('paperboy', runs, place)).toMatchObject(flawless);
  }, 180_000);
});

// It takes the way of a follow-up. `npm run proof` has all of its weathers.
it('a weekly review comes once, with a death at each commit and post, and a lost answer', async () => {
  await using theatre = await openCrashTheatre();
  const plan = { policy: 'paperboy', place: 'review', death: 'thread', outage: 'long' } as const;
  const runs = await runSingles(theatre, { ...plan, isAnswerLost: false });
  const lost = await theatre.run({ ...plan, crashes: [4], isAnswerLost: true });
  expect(crashRow('paperboy', [...runs, lost], 'review')).toMatchObject(flawless);
  expect(runs.flatMap(({ points }) => points)).toEqual(pointsBeside.review);
}, 180_000);

/** The commits and posts of a life that closes the agenda of a club. */
const pointsOfClubs = {
  // The agenda closes. Then come the message, the event, the thread, and the papers.
  club: [
    'recoverClubMeetings committed',
    'closeClub committed',
    'claimClubMeetings committed',
    'send leaving',
    'send answered',
    'noteClubMeeting committed',
    'send leaving',
    'send answered',
    'noteClubMeeting committed',
    'send leaving',
    'send answered',
    'send leaving',
    'send answered',
    'settleClubMeeting committed',
  ],
  // The post is the message and the thread.
  'club-forum': [
    'recoverClubMeetings committed',
    'closeClub committed',
    'claimClubMeetings committed',
    'send leaving',
    'send answered',
    'noteClubMeeting committed',
    'send leaving',
    'send answered',
    'noteClubMeeting committed',
    'send leaving',
    'send answered',
    'settleClubMeeting committed',
  ],
} as const;

describe('a meeting of a journal club has its message, event, thread and papers once', () => {
  it.each(['club', 'club-forum'] as const)(
    'with a death at each commit and post, then stopped for an hour: %s',
    async (place) => {
      await using theatre = await openCrashTheatre();
      const weather = { outage: 'long', isAnswerLost: false } as const;
      const runs = await runSingles(theatre, { policy: 'paperboy', place, death: 'thread', ...weather });
      expect(crashRow('paperboy', runs, place)).toMatchObject(flawless);
      expect(runs.flatMap(({ points }) => points)).toEqual(pointsOfClubs[place]);
    },
    180_000,
  );

  it('with up to three deaths in any weather, seeded', async () => {
    const random = seededRandom(79);
    await using theatre = await openCrashTheatre();
    const runs = [];
    for (let story = 0; story < 4; story++)
      runs.push(await theatre.run(drawStory({ policy: 'paperboy', place: 'club', death: 'thread' }, random)));
    expect(crashRow('paperboy', runs, 'club')).toMatchObject(flawless);
  }, 180_000);
});

describe('a compact digest of two messages, which have no content, is posted once', () => {
  const plan = { policy: 'paperboy', place: 'compact', death: 'thread' } as const;

  it.each(oppositeWeathers)(
    'with a death at each point: %o',
    async (weather) => {
      await using theatre = await openCrashTheatre();
      const runs = await runSingles(theatre, { ...plan, ...weather });
      expect(crashRow('paperboy', runs, 'compact')).toMatchObject(flawless);
      const expected = weather.isAnswerLost
        ? pointsOfALife.slice(0, pointsOfALife.indexOf('settleDelivery committed') + 1)
        : pointsOfALife;
      expect(runs.flatMap(({ points }) => points)).toEqual(expected);
    },
    180_000,
  );

  it('with up to three deaths in any weather, seeded', async () => {
    const random = seededRandom(78);
    await using theatre = await openCrashTheatre();
    const runs = [];
    for (let story = 0; story < 8; story++) runs.push(await theatre.run(drawStory(plan, random)));
    expect(crashRow('paperboy', runs, 'compact')).toMatchObject(flawless);
  }, 180_000);
});

/** The harness sees the errors of common designs of bots. */
describe('a common design under the same harness', () => {
  it.each([
    ['send then mark', { lost: 0 }, 'duplicates'],
    ['mark then send', { duplicates: 0 }, 'lost'],
    ['nonce only', { lost: 0 }, 'duplicates'],
  ] as const satisfies [NaivePolicy, object, string][])(
    '%s fails',
    async (policy, clean, flaw) => {
      await using theatre = await openCrashTheatre();
      const runs = [];
      for (const weather of oppositeWeathers)
        runs.push(...(await runSingles(theatre, { policy, death: 'thread', ...weather })));
      const row = crashRow(policy, runs);
      expect(row).toMatchObject(clean);
      expect(row[flaw]).toBeGreaterThan(0);
    },
    60_000,
  );
});

describe('an email of a digest never comes twice', () => {
  const plan = { policy: 'paperboy', place: 'mail', death: 'thread' } as const;
  /** A life ends in doubt only between the claim of the email and the commit of its outcome. */
  const pointsInDoubt = ['claimDestinationDeliveries committed', 'send leaving', 'send answered'];

  it('with a death at each commit and send, then stopped for an hour, also if an answer is lost', async () => {
    await using theatre = await openCrashTheatre();
    for (const isAnswerLost of [false, true]) {
      const runs = await runSingles(theatre, { ...plan, outage: 'long', isAnswerLost });
      expect(crashRow('paperboy', runs, 'mail')).toMatchObject(flawless);
      const unsure = runs.filter(({ uncertain }) => uncertain > 0).flatMap(({ points }) => points);
      // The email of the second of these deaths is not sent yet, and that of the third has arrived.
      expect(unsure).toEqual(pointsInDoubt.slice(0, 2));
      expect(runs.flatMap(({ points }) => points)).toContain('send answered');
    }
  }, 180_000);

  it('with up to three deaths in any weather, seeded', async () => {
    const random = seededRandom(81);
    await using theatre = await openCrashTheatre();
    const runs = [];
    for (let story = 0; story < 10; story++) runs.push(await theatre.run(drawStory(plan, random)));
    expect(crashRow('paperboy', runs, 'mail')).toMatchObject(flawless);
  }, 180_000);
});

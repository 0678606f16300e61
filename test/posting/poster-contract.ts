import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/digests/digest.ts';
import { saying } from '../../src/language/saying.ts';
import type { FindOutcome, Poster, PostOutcome } from '../../src/posting/poster.ts';
import type { Delivery } from '../../src/store/outbox.ts';
import { dayMs, utcDate } from '../../src/time.ts';
import { paperUrl } from '../../src/wording/paper-url.ts';
import { anyDigest } from '../discord/rendering/any-digest.ts';
import { digestOf, itemOf, usualDigest } from '../support/invented-digests.ts';
import { inventPapers } from '../support/invented-papers.ts';

/** A message as its readers see it. */
interface ReadMessage {
  readonly links: readonly string[];
  /** Whom it pings. */
  readonly mentions: readonly string[];
}

/** A way to fail, and the kinds of outcomes that it may have. */
export interface Failure {
  readonly name: string;
  /** Makes the next attempt fail so. */
  readonly provoke: () => void;
  readonly outcome: PostOutcome['kind'];
  /** Whether the message is there nevertheless; by default not. */
  readonly arrives?: boolean;
}

/** A poster with the place that it posts to, on loopback. */
export interface PosterScene extends AsyncDisposable {
  readonly poster: Poster;
  /** The messages of a digest, as they are frozen, each with its nonce. */
  compose(digest: Digest): readonly { readonly json: string; readonly nonce: string }[];
  /** What belongs to a delivery there. */
  readonly addressed: Pick<Delivery, 'channelId' | 'destination'>;
  /** What is there, the oldest first. The place has checked each message against its limits. */
  messages(): readonly ReadMessage[];
  /** Forgets what is there, and what was provoked. */
  clear(): void;
  readonly failures: readonly Failure[];
  /** The result of a search for a message that was posted. */
  readonly found: FindOutcome['kind'];
  /** Hosts that messages may link to. */
  readonly trusted: RegExp;
}

/** What each poster has to hold, whatever it posts to (docs/adr/0085-slack-is-a-poster.md). */
export function describePoster(name: string, start: () => Promise<PosterScene>): void {
  describe(`the poster of ${name}`, () => {
    let scene: PosterScene;
    beforeAll(async () => {
      scene = await start();
    });
    beforeEach(() => scene.clear());
    afterAll(async () => scene?.[Symbol.asyncDispose]());

    const deliveriesOf = (digest: Digest): readonly Delivery[] => {
      const parts = scene.compose(digest);
      return parts.map(({ json, nonce }, index) => ({
        ...{ id: index + 1, payload: JSON.parse(json) as unknown, nonce, ...scene.addressed },
        ...{ date: digest.date, part: index + 1, parts: parts.length, state: 'sending', attempts: 1, inDoubt: false },
        ...{ plannedAt: Date.now(), dueAt: 0, messageId: null, threadId: null, reason: null, leftOut: [] },
      }));
    };
    const firstOf = (digest: Digest): Delivery => {
      const [first] = deliveriesOf(digest);
      if (first === undefined) throw new Error('nothing was composed');
      return first;
    };
    let days = 0;
    /** Each is of another day, so that none has the nonce of another. */
    const addressed = (given: Digest): Digest => {
      days += 1;
      return { ...given, channelId: scene.addressed.channelId, date: utcDate(days * dayMs) };
    };
    const digest = (papers: number): Digest => addressed(usualDigest(papers));

    it('composes the same messages of the same digest, and changes nothing of it', () => {
      const given = digest(3);
      const before = structuredClone(given);
      expect(scene.compose(given)).toEqual(scene.compose(given));
      expect(given).toEqual(before);
    });

    it('posts each message of a digest of 60 papers in order, and every paper once', async () => {
      const outcomes: PostOutcome[] = [];
      for (const delivery of deliveriesOf(digest(60))) outcomes.push(await scene.poster.post(delivery));
      expect(outcomes.length).toBeGreaterThan(1);
      expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['sent']));
      const wanted = digest(60).items.map(({ paper }) => paperUrl(paper));
      const links = scene.messages().flatMap((message) => message.links);
      expect(links.filter((link) => wanted.includes(link))).toEqual(wanted);
    });

    it('keeps the limits of the place, pings nobody and links nowhere else, whatever the papers say', async () => {
      await fc.assert(
        fc.asyncProperty(anyDigest, async (hostile) => {
          scene.clear();
          for (const delivery of deliveriesOf(addressed(hostile))) {
            expect(await scene.poster.post(delivery)).toMatchObject({ kind: 'sent' });
          }
          expectInert();
        }),
        { seed: 85, numRuns: 6 },
      );
    });

    it('never throws: each failure has its outcome', async () => {
      const outcomes: unknown[] = [];
      for (const { provoke, name: failure } of scene.failures) {
        scene.clear();
        provoke();
        const { kind } = await scene.poster.post(firstOf(digest(1)));
        outcomes.push([failure, kind, scene.messages().length > 0]);
      }
      expect(outcomes).toEqual(
        scene.failures.map(({ name: failure, outcome, arrives = false }) => [failure, outcome, arrives]),
      );
    });

    it('does not post a message twice whose first attempt is in doubt', async () => {
      const delivery = firstOf(digest(1));
      await scene.poster.post(delivery);
      const outcome = await scene.poster.post({ ...delivery, attempts: 2, inDoubt: true });
      expect(['sent', 'uncertain']).toContain(outcome.kind);
      expect(scene.messages()).toHaveLength(1);
      expect((await scene.poster.find(delivery)).kind).toBe(scene.found);
    });

    const expectInert = () => {
      for (const { links, mentions } of scene.messages()) {
        expect(mentions).toEqual([]);
        for (const one of links) expect(new URL(one).hostname).toMatch(scene.trusted);
      }
    };

    it('simplifies what is refused until it is taken or nothing is left, and hostile texts stay inert', async () => {
      const part = firstOf(addressed(hostileDigest));
      let payload: unknown = part.payload;
      for (let forms = 1; payload !== undefined; forms += 1) {
        expect(forms).toBeLessThan(12);
        scene.clear();
        expect(await scene.poster.post({ ...part, payload })).toMatchObject({
          kind: 'sent',
        });
        expect(scene.messages()).toHaveLength(1);
        expectInert();
        scene.clear();
        scene.failures.find(({ outcome }) => outcome === 'rejected')?.provoke();
        const outcome = await scene.poster.post({ ...part, payload });
        expect(outcome.kind).toBe('rejected');
        payload = outcome.kind === 'rejected' ? outcome.simpler : undefined;
      }
    });
  });
}

/** Markup of several chats. */
const attack = '<!channel> @everyone <@1> <https://evil.example|x> [x](https://evil.example) <b> *a* `b` &lt;';

/** A digest all of whose texts are hostile. */
const hostileDigest: Digest = digestOf(
  inventPapers(2, attack).map((paper) =>
    itemOf(
      { ...paper, abstract: attack, authors: [attack], categories: [attack], comment: `Accepted at ${attack} 2026` },
      { matches: [{ canonical: attack, why: [saying('reasons.word', { word: attack })] }] },
    ),
  ),
  { topics: [attack, `${attack} 2`], matchedCount: 9 },
);

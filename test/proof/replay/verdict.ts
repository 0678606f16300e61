import { deliveryNonce } from '../../../src/digests/delivery-nonce.ts';
import { digestReference } from '../../../src/discord/rendering/digest-messages.ts';
import type { MessageView } from '../../../src/playground/discord/message-view.ts';
import { addDays, type LocalDate, minuteMs } from '../../../src/time.ts';
import { type ExpectedDigest, expectedDigests } from './expectation.ts';
import type { ReplayPlan } from './replay-plan.ts';
import type { ReplayedChannel, ReplayRecord } from './replay-run.ts';

/** The result of a replay, as a reader of the channels counts it. */
export interface Verdict {
  readonly days: number;
  readonly crashes: number;
  readonly digests: number;
  /** A channel's days without a paper and without a digest. */
  readonly quiet: number;
  readonly papers: number;
  /** Papers that are marked as late. */
  readonly late: number;
  /** All faults, in words, each with its kind. */
  readonly faults: readonly Fault[];
}

/**
 * - `duplicate`: a paper or a message came twice
 * - `miss`: a paper never came
 * - `other-day`: a paper is in the wrong digest, or in a channel that should not get it
 * - `mark`: a paper is wrongly marked as late, or wrongly not marked
 * - `note`: the digest does not correctly report what it covers and lacks
 * - `order`: a message comes before its predecessor
 * - `time`: a digest came too early or too late
 * - `form`: Discord would have refused a request
 */
export interface Fault {
  readonly kind: 'duplicate' | 'miss' | 'other-day' | 'mark' | 'note' | 'order' | 'time' | 'form';
  readonly text: string;
}

export function judge(plan: ReplayPlan, { channels, crashes, violations }: ReplayRecord): Verdict {
  const expected = expectedDigests(plan);
  const judged = channels.map((replayed) => judgeChannel(plan, replayed, expected.get(replayed.channel) ?? []));
  const sum = (of: (one: ChannelVerdict) => number) => judged.reduce((total, one) => total + of(one), 0);
  const refused = violations === 0 ? [] : [{ kind: 'form' as const, text: `${violations} requests were malformed` }];
  return {
    days: plan.days,
    crashes: crashes.length,
    digests: sum(({ digests }) => digests),
    quiet: sum(({ quiet }) => quiet),
    papers: sum(({ papers }) => papers),
    late: sum(({ late }) => late),
    faults: [...judged.flatMap(({ faults }) => faults), ...refused],
  };
}

type ChannelVerdict = Omit<Verdict, 'days' | 'crashes'>;

/** A message of a digest, as its reader gets it. */
interface ReadPart {
  readonly day: LocalDate;
  /** 1 is the first. */
  readonly part: number;
  readonly message: MessageView;
  readonly papers: readonly { readonly id: string; readonly isLate: boolean }[];
}

function judgeChannel(
  plan: ReplayPlan,
  replayed: ReplayedChannel,
  expected: readonly ExpectedDigest[],
): ChannelVerdict {
  const parts = readParts(plan, replayed);
  const posted = parts.flatMap(({ papers, day }) => papers.map((paper) => ({ ...paper, day })));
  const { name } = replayed.channel;
  const faults = [
    ...doubles(parts.map(({ day, part }) => `part ${part} of ${day}`)),
    ...doubles(posted.map(({ id }) => id)),
    ...outOfOrder(parts),
    ...wrongPapers(posted, expected),
    ...expected.flatMap((digest) => wrongDigest(digest, parts)),
  ];
  return {
    digests: new Set(parts.map(({ day }) => day)).size,
    quiet: expected.filter(({ day, papers }) => papers.size === 0 && !parts.some((part) => part.day === day)).length,
    papers: posted.length,
    late: posted.filter(({ isLate }) => isLate).length,
    faults: faults.map(({ kind, text }) => ({ kind, text: `${name}: ${text}` })),
  };
}

/** A number that no digest reaches. */
const mostParts = 60;

/** The parts of digests, which end with a reference. Other messages are skipped. */
function readParts(plan: ReplayPlan, { channelId, messages }: ReplayedChannel): readonly ReadPart[] {
  const known = new Map<string, Pick<ReadPart, 'day' | 'part'>>();
  for (let index = -2; index < plan.days + 3; index++) {
    const day = addDays(plan.start, index);
    for (let part = 1; part <= mostParts; part++)
      known.set(digestReference(deliveryNonce(channelId, day, part)), { day, part });
  }
  return messages.map((message) => ({
    ...(known.get(/ref \w+$/.exec(message.content)?.[0] ?? '') ?? { day: '', part: 0 }),
    message,
    papers: message.embeds.flatMap(({ url, footer }) => {
      const id = /\/abs\/(.+)$/.exec(url ?? '')?.[1];
      return id === undefined ? [] : [{ id, isLate: /(?:^| · )late$/.test(footer?.text ?? '') }];
    }),
  }));
}

function doubles(names: readonly string[]): readonly Fault[] {
  const twice = names.filter((name, place) => names.indexOf(name) < place);
  return twice.map((name) => ({ kind: 'duplicate', text: `${name} came again` }));
}

/** Checks the order of days, and of parts from the first on without a gap. */
function outOfOrder(parts: readonly ReadPart[]): readonly Fault[] {
  return parts.flatMap(({ day, part }, place): Fault[] => {
    const before = parts[place - 1];
    const isNext =
      before?.day === day ? part === before.part + 1 : part === 1 && (before === undefined || before.day < day);
    return isNext
      ? []
      : [{ kind: 'order', text: `part ${part} of ${day} follows part ${before?.part} of ${before?.day}` }];
  });
}

function wrongPapers(
  posted: readonly { readonly id: string; readonly isLate: boolean; readonly day: LocalDate }[],
  expected: readonly ExpectedDigest[],
): readonly Fault[] {
  const found = new Map(posted.map((paper) => [paper.id, paper]));
  const owed = expected.flatMap(({ day, papers }) => [...papers].map(([id, { isLate }]) => ({ id, day, isLate })));
  const ids = new Set(owed.map(({ id }) => id));
  const strangers = posted.filter(({ id }) => !ids.has(id));
  return [
    ...owed.flatMap((paper) => wrongPaper(paper, found.get(paper.id))),
    ...strangers.map(({ id, day }) => ({
      kind: 'other-day' as const,
      text: `${id} of ${day} should not be in this channel`,
    })),
  ];
}

interface DatedPaper {
  readonly id: string;
  readonly day: LocalDate;
  readonly isLate: boolean;
}

function wrongPaper({ id, day, isLate }: DatedPaper, found: DatedPaper | undefined): readonly Fault[] {
  if (found === undefined) return [{ kind: 'miss', text: `${id} of ${day} never came` }];
  if (found.day !== day) return [{ kind: 'other-day', text: `${id} of ${day} came on ${found.day}` }];
  if (found.isLate === isLate) return [];
  return [
    { kind: 'mark', text: `${id} of ${day} ${isLate ? 'is wrongly not marked as' : 'is wrongly marked as'} late` },
  ];
}

/** The bot may die at the wake-up, and Discord may be down for a while. */
const tardyMs = 20 * minuteMs;

function wrongDigest(digest: ExpectedDigest, parts: readonly ReadPart[]): readonly Fault[] {
  const { day, dueAt, goesAt, coversMore, missing } = digest;
  const own = parts.filter((part) => part.day === day);
  const [first] = own;
  if (first === undefined) return [];
  const isOnTime = own.every(
    ({ message: { createdAt } }) => createdAt >= Math.max(dueAt, goesAt) && createdAt <= goesAt + tardyMs,
  );
  const { content } = first.message;
  const reported =
    content.match(/had not announced|still showed an earlier day|could not be (?:reached|fetched)/g)?.length ?? 0;
  const isTrue = /^Covers /m.test(content) === coversMore && reported === (missing > 3 ? 1 : missing);
  return [
    ...(isOnTime
      ? []
      : [
          {
            kind: 'time' as const,
            text: `${day} was due at ${iso(goesAt)} and came at ${iso(first.message.createdAt)}`,
          },
        ]),
    ...(isTrue ? [] : [{ kind: 'note' as const, text: `${day} says: ${content}` }]),
  ];
}

const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

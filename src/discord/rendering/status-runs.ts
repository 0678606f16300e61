import type { Say } from '../../language/say.ts';
import type { Delivery, DeliveryState } from '../../store/outbox.ts';
import type { Publication } from '../../store/publications.ts';
import type { DigestRun } from '../../store/runs.ts';
import { showCompleteness } from '../../wording/completeness.ts';
import { wordReason } from './block.ts';
import { escapeToFit } from './escape.ts';
import { showPublications } from './publication-note.ts';

/**
 * The state of a day's digest.
 * - `held back`: the channel is blocked
 * - `unsure`: nobody knows whether any of it arrived
 * - `not made`: it waited for a source until its day was over
 */
export type RunState =
  | 'delivered'
  | 'on its way'
  | 'held back'
  | 'unsure'
  | 'withdrawn'
  | 'not made'
  | Exclude<DigestRun['state'], 'planned'>;

export interface ShownRun {
  readonly run: DigestRun;
  readonly state: RunState;
  /** Why it failed or is delayed; null otherwise. */
  readonly reason: string | null;
  /** Its messages that are still stored. */
  readonly parts: readonly Delivery[];
  /** The publications of its messages; absent if nothing of it is published. */
  readonly publications?: readonly Publication[];
}

/** The state of a digest from the states of its parts. Finished deliveries are deleted after some time. */
export function stateOfParts(states: readonly DeliveryState[]): RunState {
  const has = (...wanted: readonly DeliveryState[]): boolean => states.some((state) => wanted.includes(state));
  if (has('blocked')) return 'held back';
  if (has('planned', 'sending', 'retry')) return 'on its way';
  if (has('dropped')) return 'failed';
  if (has('uncertain')) return has('sent') ? 'delivered' : 'unsure';
  return has('withdrawn') && !has('sent') ? 'withdrawn' : 'delivered';
}

export interface RunPlace {
  readonly isNewest: boolean;
  /** Whether it is the first run of the channel. */
  readonly isFirst: boolean;
}

/** The word of each state. */
export const stateWords = {
  delivered: 'status.delivered',
  'on its way': 'status.onItsWay',
  'held back': 'status.heldBack',
  unsure: 'status.unsure',
  withdrawn: 'status.withdrawn',
  'not made': 'status.notMade',
  waiting: 'status.waitingRun',
  quiet: 'status.quiet',
  stale: 'status.stale',
  failed: 'status.failed',
} as const satisfies Record<RunState, string>;

/** `• Friday 12 June 2026: **delivered**, 3 of 5 matching papers, 40 announced, cs.CL 31 of 31 announced, 5 matched` */
export function showRun(
  { run, state, reason, parts: deliveries, publications = [] }: ShownRun,
  { isNewest, isFirst }: RunPlace,
  reasonLength: number,
  say: Say,
): string {
  const missing = [...new Set(run.missing.map(({ name }) => name))];
  const unsure = deliveries.filter((delivery) => delivery.state === 'uncertain').length;
  const isOpen = state === 'waiting' || state === 'not made' || state === 'failed';
  const word = { day: say.date(run.date), state: say(stateWords[state]) };
  const parts = [
    unsure > 0 && state !== 'unsure'
      ? say('status.runUnsure', { ...word, n: unsure, all: deliveries.length })
      : say('status.run', word),
    ...(run.state === 'planned' ? [say('status.shown', { shown: run.shown, matched: run.matched })] : []),
    ...(isOpen && run.state !== 'planned' ? [] : [showAnnounced(run, isFirst, say)]),
    ...(isNewest ? showCompleteness(run.counted ?? [], say) : []),
    ...(missing.length === 0 ? [] : [say('status.without', { sources: say.list(missing) })]),
    ...(state === 'not made' ? [say('status.nextHasThem')] : []),
    ...(reason === null ? [] : [escapeToFit(wordReason(reason, say), reasonLength)]),
    ...showLosses(deliveries, reasonLength, say),
    ...showPublications(publications, reasonLength, say),
  ];
  return say.join(parts, 'facts');
}

/** Papers from before the first subscription are not announced to the channel. */
const showAnnounced = ({ announced, state }: DigestRun, isFirst: boolean, say: Say): string =>
  isFirst && state === 'quiet' && announced === 0
    ? say('status.nothingNew')
    : say('status.announced', { n: announced });

const losses = {
  dropped: ['status.dropped', 'status.droppedBecause'],
  uncertain: ['status.maybeMissing', 'status.maybeMissingBecause'],
} as const;

/** `1 of 3 messages dropped: why`, and what to do about messages that may not have arrived. */
function showLosses(deliveries: readonly Delivery[], reasonLength: number, say: Say): string[] {
  const leftOut = deliveries.flatMap((delivery) => delivery.leftOut).length;
  const showLost = (state: keyof typeof losses) => {
    const lost = deliveries.filter((delivery) => delivery.state === state);
    if (lost.length === 0) return [];
    const counts = { n: lost.length, all: deliveries.length };
    const [plain, because] = losses[state];
    const reason = lost[0]?.reason ?? '';
    if (reason === '') return [say(plain, counts)];
    return [say(because, { ...counts, reason: escapeToFit(wordReason(reason, say), reasonLength) })];
  };
  return [
    ...(leftOut === 0 ? [] : [say('status.leftOut', { n: leftOut })]),
    ...showLost('dropped'),
    ...showLost('uncertain'),
  ];
}

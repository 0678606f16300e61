import type { Delivery, DeliveryState } from '../../store/outbox.ts';
import type { DigestRun } from '../../store/runs.ts';
import { showCompleteness } from './completeness.ts';
import { escapeToFit } from './escape.ts';
import { count, listOf, showNumber } from './numbers.ts';
import { showDate } from './time.ts';

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

/** `• Friday 12 June 2026: **delivered**, 3 of 5 matching papers, 40 announced, cs.CL 31 of 31 announced, 5 matched` */
export function showRun(
  { run, state, reason, parts: deliveries }: ShownRun,
  { isNewest, isFirst }: RunPlace,
  reasonLength: number,
): string {
  const missing = [...new Set(run.missing.map(({ name }) => name))];
  const unsure = deliveries.filter((delivery) => delivery.state === 'uncertain').length;
  const isOpen = state === 'waiting' || state === 'not made' || state === 'failed';
  const parts = [
    `• ${showDate(run.date)}: **${state}${unsure > 0 && state !== 'unsure' ? `, ${unsure} of ${deliveries.length} unsure` : ''}**`,
    ...(run.state === 'planned' ? [`${showNumber(run.shown)} of ${count(run.matched, 'matching paper')}`] : []),
    ...(isOpen && run.state !== 'planned' ? [] : [showAnnounced(run, isFirst)]),
    ...(isNewest ? showCompleteness(run.counted ?? []) : []),
    ...(missing.length === 0 ? [] : [`without ${listOf(missing)}`]),
    ...(state === 'not made' ? ['its papers come with the next digest'] : []),
    ...(reason === null ? [] : [escapeToFit(reason, reasonLength)]),
    ...showLosses(deliveries, reasonLength),
  ];
  return parts.join(', ');
}

/** Papers from before the first subscription are not announced to the channel. */
const showAnnounced = ({ announced, state }: DigestRun, isFirst: boolean): string =>
  isFirst && state === 'quiet' && announced === 0
    ? 'nothing new since you subscribed'
    : `${showNumber(announced)} announced`;

/** `1 of 3 messages dropped: why`, and what to do about messages that may not have arrived. */
function showLosses(deliveries: readonly Delivery[], reasonLength: number): string[] {
  const leftOut = deliveries.flatMap((delivery) => delivery.leftOut).length;
  const showLost = (state: DeliveryState, what: string) => {
    const lost = deliveries.filter((delivery) => delivery.state === state);
    if (lost.length === 0) return [];
    const why = lost[0]?.reason ? `: ${escapeToFit(lost[0].reason, reasonLength)}` : '';
    return [`${lost.length} of ${count(deliveries.length, 'message')} ${what}${why}`];
  };
  return [
    ...(leftOut === 0
      ? []
      : [`${count(leftOut, 'paper')} left out, because Discord refuses ${leftOut === 1 ? 'it' : 'them'}`]),
    ...showLost('dropped', 'dropped'),
    ...showLost('uncertain', 'may be missing (look in the channel; I do not send twice what may have arrived)'),
  ];
}

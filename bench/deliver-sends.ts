import type { LoggedRequest } from '../src/playground/discord/request-log.ts';

/** Numbers about the received messages, from the log of a local Discord. */
export interface Sends {
  readonly accepted: number;
  /** From the first to the last one. */
  readonly tookMs: number;
  readonly perSecond: number;
  /** The rate in the slowest five seconds. */
  readonly slowestPerSecond: number;
  readonly longestGapMs: number;
  /** Requests of each kind that count towards the overall limit. */
  readonly mostInOneSecond: number;
  /** Answers 429, of any kind. */
  readonly refused: number;
}

const isSend = ({ method, path }: LoggedRequest): boolean =>
  method === 'POST' && /^\/channels\/\d+\/messages$/.test(path);
const isExempt = ({ path }: LoggedRequest): boolean => /^\/(interactions|webhooks)\//.test(path);

/** @param requests oldest first */
export function readSends(requests: readonly LoggedRequest[]): Sends {
  const accepted = requests.filter((request) => isSend(request) && request.status === 200).map(({ at }) => at);
  const counted = requests.filter((request) => !isExempt(request) && request.status !== 429).map(({ at }) => at);
  const tookMs = (accepted.at(-1) ?? 0) - (accepted.at(0) ?? 0);
  return {
    accepted: accepted.length,
    tookMs,
    perSecond: ((accepted.length - 1) / tookMs) * 1_000,
    slowestPerSecond: fewestWithin(accepted, 5_000) / 5,
    longestGapMs: Math.max(...accepted.map((at, index) => at - (accepted[index - 1] ?? at))),
    mostInOneSecond: Math.max(...windowsOf(counted, 1_000)),
    refused: requests.filter(({ status }) => status === 429).length,
  };
}

/** For each time, how many times lie in the `ms` milliseconds up to it. */
function windowsOf(times: readonly number[], ms: number): readonly number[] {
  let first = 0;
  return times.map((at, index) => {
    while ((times[first] ?? at) <= at - ms) first += 1;
    return index - first + 1;
  });
}

function fewestWithin(times: readonly number[], ms: number): number {
  const start = times.at(0) ?? 0;
  const windows = windowsOf(times, ms).filter((_, index) => (times[index] ?? 0) >= start + ms);
  return Math.min(...windows);
}

import type { Clock, Instant, Logger } from '../../ports.ts';
import { minuteMs } from '../../time.ts';

/** Whether anything may be posted at all. Closed while Discord, or the wall in front of it, refuses everything. */
export interface SendGate {
  /** How long nothing may be posted, in milliseconds; 0 where the gate is open. */
  waitMs(): number;
  /** Closes the gate for at least so long. */
  close(ms: number, reason: string): void;
  /** Counts an answer of the kinds of which Discord allows 10,000 in ten minutes: 401, 403 and 429. */
  countRefusal(): void;
}

export interface SendGateOptions {
  readonly clock: Clock;
  readonly log: Logger;
  /** So many refusals within ten minutes close the gate. Discord bans the address at 10,000. */
  readonly refusalBudget?: number;
}

const windowMs = 10 * minuteMs;

/** The one gate of a bot: whoever talks to Discord reports to it, whoever posts asks it. */
export function createSendGate({ clock, log, refusalBudget = 1_000 }: SendGateOptions): SendGate {
  let closedAt: Instant = 0;
  let closedForMs = 0;
  let refusals: Instant[] = [];

  // A clock that was set back leaves the gate open: one more answer of Discord's closes it again.
  const waitMs = () => {
    const passed = clock() - closedAt;
    return passed < 0 ? 0 : Math.max(0, closedForMs - passed);
  };
  function close(ms: number, reason: string): void {
    const isOpen = waitMs() === 0;
    if (ms > waitMs()) {
      closedAt = clock();
      closedForMs = ms;
    }
    if (isOpen) log.warn({ event: 'discord.paused', ms, reason }, `nothing is posted for ${Math.ceil(ms / 1_000)} s`);
  }
  function countRefusal(): void {
    const now = clock();
    refusals = refusals.filter((at) => at > now - windowMs && at <= now);
    refusals.push(now);
    const oldestKept = refusals[Math.floor(refusals.length / 2)];
    if (refusals.length < refusalBudget || oldestKept === undefined) return;
    // Opens once half of the budget is free again, lest it close after each message.
    close(oldestKept + windowMs - now, `Discord refused ${refusals.length} requests within ten minutes`);
  }
  return { waitMs, close, countRefusal };
}

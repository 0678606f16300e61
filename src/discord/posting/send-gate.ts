import type { Clock, Instant, Logger } from '../../ports.ts';
import { minuteMs } from '../../time.ts';

/** Whether anything may be posted. The gate is closed while Discord, or Cloudflare before it, refuses everything. */
export interface SendGate {
  /** How long the gate stays closed, in milliseconds; 0 if it is open. */
  waitMs(): number;
  /** Closes the gate for at least `ms`. */
  close(ms: number, reason: string): void;
  /** Counts a refusal: an answer 401, 403 or 429. Discord allows 10,000 of them in ten minutes. */
  countRefusal(): void;
}

export interface SendGateOptions {
  readonly clock: Clock;
  readonly log: Logger;
  /** How many refusals within ten minutes close the gate. Discord bans the address at 10,000. */
  readonly refusalBudget?: number;
}

const windowMs = 10 * minuteMs;

/** Creates the gate. A bot has one: every request to Discord reports to it, and every post asks it. */
export function createSendGate({ clock, log, refusalBudget = 1_000 }: SendGateOptions): SendGate {
  let closedAt: Instant = 0;
  let closedForMs = 0;
  let refusals: Instant[] = [];

  // If the clock was set back, the gate opens. The next refusal closes it again.
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
    // It opens when half of the budget is free, so that it does not close after each message.
    close(oldestKept + windowMs - now, `Discord refused ${refusals.length} requests within ten minutes`);
  }
  return { waitMs, close, countRefusal };
}

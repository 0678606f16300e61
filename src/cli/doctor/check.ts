import type { Config } from '../../config.ts';
import type { Instant } from '../../ports.ts';
import type { CliIo } from '../command.ts';

/** What a check found: a line of the doctor's report. */
export interface Finding {
  /** The name of the check: `database`. */
  readonly check: string;
  /** `warn`: it works, and something should be done. `fail`: the bot cannot run, or not whole. */
  readonly state: 'ok' | 'warn' | 'fail';
  readonly text: string;
  /** One next step. */
  readonly next?: string;
}

/** The findings of a check, without its name. */
export type Found = Omit<Finding, 'check'>;

/** What a check gets. */
export interface CheckTools {
  readonly config: Config;
  readonly io: CliIo;
  readonly now: Instant;
  /** Aborted by a signal to the process. */
  readonly signal: AbortSignal;
}

/** One question about the installation: one file, one line in `checks.ts`. */
export interface Check {
  readonly name: string;
  /** Whether it asks other machines. `--offline` leaves it out. */
  readonly needsNetwork: boolean;
  /** Never throws for what it looks for: that is a finding. */
  run(tools: CheckTools): Promise<readonly Found[]>;
}

export const ok = (text: string): Found => ({ state: 'ok', text });
export const warn = (text: string, next: string): Found => ({ state: 'warn', text, next });
export const fail = (text: string, next: string): Found => ({ state: 'fail', text, next });

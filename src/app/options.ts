import type { Pace } from '../discord/posting/pace.ts';
import type { Timer } from '../jobs/alarm.ts';
import type { WakeUpPace } from '../jobs/wake-up.ts';
import type { Clock, Logger, Meter, Random } from '../ports.ts';

/** Replacements for the real time and pace, in tests and in the demo. */
export interface AppOptions {
  readonly log: Logger;
  readonly clock?: Clock;
  readonly random?: Random;
  /** The pause between two requests to arXiv, in milliseconds. arXiv's terms say 3,000. */
  readonly arxivSpacingMs?: number;
  /** The same for Hugging Face. */
  readonly huggingfaceSpacingMs?: number;
  /** The same for bioRxiv and medRxiv. */
  readonly biorxivSpacingMs?: number;
  /** The pauses before retries of a failed request to arXiv. */
  readonly arxivRetryPausesMs?: readonly number[];
  /** Spreads the requests to Discord. */
  readonly pace?: Pace;
  /** Whether searches run in this thread. */
  readonly searchesHere?: boolean;
  /** If false, jobs run only when `wake` is called. */
  readonly wakesItself?: boolean;
  /** How often it wakes itself; each minute by default. */
  readonly wakesEach?: WakeUpPace;
  /** Waits in real time for work that is due before the next minute. */
  readonly timer?: Timer;
  /** After how many milliseconds other processes take over from one that died. */
  readonly leaseMs?: number;
  /** Takes note of what happens, beside the metrics. */
  readonly meter?: Meter;
}

import type { Clock, Measured } from '../../ports.ts';
import { timeLeft } from '../progress.ts';

/** The pulls that are going on. */
export interface PullsUnderWay {
  /** Takes note of the progress of a pull, or of its end. */
  note(measured: Measured): void;
  /** How far the pull of a source is, for people. Null if there is none. */
  describe(source: string): string | null;
}

export function followPulls(clock: Clock): PullsUnderWay {
  const pulls = new Map<string, { readonly left: (share: number) => string; text: string }>();
  return {
    note(measured) {
      if (measured.kind === 'pull') pulls.delete(measured.source);
      if (measured.kind !== 'pulling') return;
      const { source, share } = measured;
      const { left } = pulls.get(source) ?? { left: timeLeft(clock) };
      const done = share === 0 ? '' : `, ${Math.floor(share * 100)} %`;
      pulls.set(source, { left, text: `being pulled${done}${left(share)}` });
    },
    describe: (source) => pulls.get(source)?.text ?? null,
  };
}

import type { Clock } from '../ports.ts';
import { minuteMs } from '../time.ts';
import type { CliIo } from './command.ts';

/** The progress of a long command. */
interface Progress {
  /** From 0 to 1. */
  readonly share: number;
  readonly text: string;
}

/** Shows progress: a bar on a terminal, otherwise a line each time. */
export interface ProgressScreen {
  show(progress: Progress): void;
  /** Clears the bar for what is printed next. */
  end(): void;
}

const barWidth = 24;
const widestColumns = 100;
const eraseLine = '\r\u001b[K';

export function createProgressScreen({ stderr }: Pick<CliIo, 'stderr'>, clock: Clock): ProgressScreen {
  if (stderr.isTTY !== true) return { show: ({ text }) => void stderr.write(`${text}\n`), end: () => undefined };
  const left = timeLeft(clock);
  return {
    show(progress) {
      const percent = `${Math.floor(progress.share * 100)}`.padStart(3);
      const line = `${bar(progress.share)} ${percent} %  ${progress.text}${left(progress.share)}`;
      // A wrapped line could not be overwritten. A terminal that does not know its width says 0.
      stderr.write(`${eraseLine}${line.slice(0, (stderr.columns || widestColumns) - 1)}`);
    },
    end: () => void stderr.write(eraseLine),
  };
}

function bar(share: number): string {
  const done = Math.round(share * barWidth);
  return `[${'='.repeat(done)}${' '.repeat(barWidth - done)}]`;
}

/** Estimates the time left from the time so far: `, 5 minutes left`. Empty at first. */
export function timeLeft(clock: Clock): (share: number) => string {
  let first: { readonly share: number; readonly at: number } | null = null;
  return (share) => {
    first ??= { share, at: clock() };
    const done = share - first.share;
    if (done <= 0 || share >= 1) return '';
    return `, ${duration(((clock() - first.at) / done) * (1 - share))} left`;
  };
}

function duration(ms: number): string {
  const minutes = Math.ceil(ms / minuteMs);
  if (minutes < 2) return 'a minute';
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { sharedPath } from '../sources/shared-data.ts';

/** The captured sources, served on loopback as of a chosen time. */
export interface Replay extends AsyncDisposable {
  readonly url: string;
  /** Sets the time, and clears faults and the log of requests. */
  setTime(now: string): Promise<void>;
  /** Breaks the next requests: see `replay-sources.md`. */
  breakNext(fault: { readonly kind: string; readonly match?: string; readonly times?: number }): Promise<void>;
}

/** Starts the replay of the captures; they must be there. */
export async function startReplay(now: string): Promise<Replay> {
  const child = spawn(process.execPath, [sharedPath('tools/replay-sources.mjs'), '--port', '0', '--now', now], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  const url = /http:\S+/.exec(String(line))?.[0] ?? '';
  const control = async (command: object) => {
    const answer = await fetch(`${url}/__control`, { method: 'POST', body: JSON.stringify(command) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  return {
    url,
    setTime: (instant) => control({ reset: true, now: instant }),
    breakNext: (fault) => control({ fault }),
    async [Symbol.asyncDispose]() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import type { LocalDiscord } from '../../src/playground/discord/local-discord.ts';
import type { LoggedRequest } from '../../src/playground/discord/request-log.ts';
import { type BotProcess, startBot } from '../bot-process.ts';
import type { LoopbackSources } from '../loopback-sources.ts';
import type { ScaleTools } from './databases.ts';

export const latencyMs = { min: 40, max: 80 };

export interface CrewPlan {
  readonly size: number;
  readonly discord: LocalDiscord;
  readonly sources: LoopbackSources;
  /** DATABASE_URL. */
  readonly databaseUrl: string;
}

/** Workers on one database. Disposing ends all of them. */
export interface Crew extends AsyncDisposable {
  readonly workers: readonly BotProcess[];
}

/** Starts one worker after another, so that the first one does the jobs. */
export async function startCrew(
  { folder }: ScaleTools,
  { size, discord, sources, databaseUrl }: CrewPlan,
): Promise<Crew> {
  await using started = new AsyncDisposableStack();
  const workers: BotProcess[] = [];
  const { token, url: discordUrl } = discord;
  for (let index = 0; index < size; index += 1) {
    const settings = { token, discordUrl, sourcesUrl: sources.url, databaseUrl, folder };
    workers.push(started.use(await startBot({ ...settings, role: 'worker' })));
  }
  const closing = started.move();
  return { workers, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}

const lookMs = 200;

/** What the local Discord has received. It is collected while it comes, because its log keeps only the latest. */
export interface Received extends Disposable {
  /** Oldest first, without their bodies. */
  readonly requests: readonly LoggedRequest[];
  /** How often a message was accepted for each channel. */
  readonly sends: ReadonlyMap<string, number>;
  /** Waits until each of these channels has a message. */
  untilSent(channelIds: readonly string[], withinMs: number): Promise<void>;
}

export function collect(discord: LocalDiscord): Received {
  const requests: LoggedRequest[] = [];
  const sends = new Map<string, number>();
  function look(): void {
    for (const request of discord.requests.splice(0)) {
      requests.push({ ...request, body: undefined });
      const channelId = sentTo(request);
      if (channelId !== null) sends.set(channelId, (sends.get(channelId) ?? 0) + 1);
    }
  }
  const timer = setInterval(look, lookMs);
  return {
    requests,
    sends,
    async untilSent(channelIds, withinMs) {
      const giveUpAt = performance.now() + withinMs;
      const missing = new Set(channelIds);
      for (;;) {
        for (const id of missing) if (sends.has(id)) missing.delete(id);
        if (missing.size === 0) return;
        if (performance.now() > giveUpAt) throw new Error(`${missing.size} channels are still without their digest`);
        await pause(lookMs);
      }
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

/** The channel that an accepted message was sent to. */
export function sentTo({ method, path, status }: LoggedRequest): string | null {
  if (method !== 'POST' || status !== 200) return null;
  return /^\/channels\/(\d+)\/messages$/.exec(path)?.[1] ?? null;
}

/** How many channels do not have exactly one message, or had one sent more often. */
export const wrongChannels = (discord: LocalDiscord, { sends }: Received, channelIds: readonly string[]): number =>
  channelIds.filter((id) => discord.messages(id).length !== 1 || sends.get(id) !== 1).length;

import type { App } from '../../app.ts';
import type { Timer } from '../../jobs/alarm.ts';
import type { Clock, Instant, Measured, Meter } from '../../ports.ts';
import { dayMs, minuteMs, showWait } from '../../time.ts';
import type { SourceState } from '../../use-cases/read-source-states.ts';
import { followPulls, type PullsUnderWay } from './pulls-under-way.ts';
import type { StatusLine, StatusScreen } from './status-screen.ts';

/** Shows the status of a running bot, and draws it again every few seconds and when something happened. */
export interface LiveStatus extends Disposable {
  /** Takes note of deliveries and pulls. The bot gets it at its start. */
  readonly meter: Meter;
  /** Where log lines go, so that they appear above it. */
  readonly log: StatusScreen['log'];
  /** Begins to show it. */
  follow(app: App): void;
}

export interface LiveStatusTools {
  readonly screen: StatusScreen;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly version: string;
}

interface LastDelivery {
  readonly channelId: string;
  readonly outcome: string;
  readonly at: Instant;
}

/** How often the status is drawn again, and how long it waits for more after something happened. */
const redrawMs = 5_000;
const settleMs = 200;
/** How many deliveries are shown. */
const lastShown = 3;
/** No schedule has its next digest later. */
const furthestMs = 9 * dayMs;
/** Enough to find a channel that is not paused. */
const channelsRead = 20;

export function createLiveStatus({ screen, clock, timer, version }: LiveStatusTools): LiveStatus {
  let last: readonly LastDelivery[] = [];
  const pulls = followPulls(clock);
  let followed: App | null = null;
  let waiting: { readonly isShort: boolean; readonly timer: Disposable } | null = null;
  let isEnded = false;

  async function draw(app: App): Promise<void> {
    waiting = null;
    const lines = await statusOf(app, { last, pulls, now: clock(), version }).catch(whyNone);
    if (isEnded) return;
    screen.show(lines);
    wait(app, redrawMs);
  }
  function wait(app: App, ms: number): void {
    waiting?.timer[Symbol.dispose]();
    waiting = { isShort: ms < redrawMs, timer: timer(ms, () => void draw(app)) };
  }
  /** Many deliveries a second wait for one drawing. One that happens while the status is read is in the next. */
  function drawSoon(): void {
    if (followed !== null && waiting?.isShort === false) wait(followed, settleMs);
  }
  return {
    log: screen.log,
    meter(measured: Measured) {
      if (measured.kind === 'answer') return;
      pulls.note(measured);
      if (measured.kind === 'delivery') last = [{ ...measured, at: clock() }, ...last].slice(0, lastShown);
      drawSoon();
    },
    follow(app) {
      followed = app;
      void draw(app);
    },
    [Symbol.dispose]() {
      isEnded = true;
      waiting?.timer[Symbol.dispose]();
      screen[Symbol.dispose]();
    },
  };
}

/** A status that cannot be read must not end the bot. */
const whyNone = (error: unknown): readonly StatusLine[] => [
  { label: 'Status', text: `cannot be read: ${error instanceof Error ? error.message : String(error)}` },
];

interface Moment {
  readonly last: readonly LastDelivery[];
  readonly pulls: PullsUnderWay;
  readonly now: Instant;
  readonly version: string;
}

async function statusOf(app: App, { last, pulls, now, version }: Moment): Promise<readonly StatusLine[]> {
  const role = app.role === 'all' ? [] : [app.role];
  const memory = `${Math.round(process.memoryUsage.rss() / 1_000_000)} MB`;
  return [
    { label: 'Paperboy', text: [version, ...role, ...gatewayText(app), `${memory} of memory`].join(' · ') },
    {
      label: 'Sources',
      text: (await app.sources())
        .toSorted(byTrouble)
        .map((one) => sourceText(one, pulls.describe(one.id), now))
        .join(' · '),
    },
    { label: 'Next', text: await nextDigest(app, now) },
    { label: 'Last', text: await lastDeliveries(app, last, now) },
  ];
}

function gatewayText(app: App): readonly string[] {
  const state = app.gateway();
  if (state === null) return [];
  const { isConnected, isStandby, shards, connected, latencyMs } = state;
  if (isStandby) return ['waits for another process at Discord'];
  if (!isConnected && connected > 0) return [`${connected} of ${shards} shards connected to Discord`];
  if (!isConnected) return ['not connected to Discord'];
  const answers = latencyMs === null ? '' : ` (${Math.round(latencyMs)} ms)`;
  return [`connected to Discord${shards > 1 ? ` with ${shards} shards` : ''}${answers}`];
}

const isWell = ({ listing }: SourceState): boolean => listing?.state === 'listed' || listing?.state === 'quiet';

/** Sources with a problem come first, because the line may be cut. */
const byTrouble = (one: SourceState, other: SourceState): number => Number(isWell(one)) - Number(isWell(other));

function sourceText({ name, listing }: SourceState, underWay: string | null, now: Instant): string {
  if (underWay !== null) return `${name} ${underWay}`;
  return listing === null ? `${name} not pulled yet` : `${name} ${listing.state} ${ago(listing.pulledAt, now)}`;
}

async function nextDigest(app: App, now: Instant): Promise<string> {
  const channels = await app.store.dueChannels(now + furthestMs, channelsRead);
  const next = channels.find(({ pausedAt }) => pausedAt === null);
  if (next === undefined) return 'no channel has a topic yet';
  const when = next.nextDigestAt <= now ? 'now' : `in ${showWait(next.nextDigestAt - now)}`;
  return `${await nameOf(app, next.channelId)} ${when}`;
}

async function lastDeliveries(app: App, last: readonly LastDelivery[], now: Instant): Promise<string> {
  const texts = last.map(async ({ channelId, outcome, at }) => {
    return `${await nameOf(app, channelId)} ${outcome} ${ago(at, now)}`;
  });
  return (await Promise.all(texts)).join(' · ') || 'nothing delivered since the start';
}

async function nameOf(app: App, channelId: string): Promise<string> {
  const channel = await app.store.channel(channelId);
  const name = channel === null ? undefined : (await app.store.channelNames(channel.guildId)).get(channelId);
  return name === undefined ? channelId : `#${name}`;
}

const ago = (at: Instant, now: Instant): string => (now - at < minuteMs ? 'just now' : `${showWait(now - at)} ago`);

import { openConversation } from './app/conversation.ts';
import type { AppOptions } from './app/options.ts';
import { type OpenPart, openProcess, type Part } from './app/process.ts';
import { openAnnouncement, openRecovery, openWork } from './app/work.ts';
import type { Config } from './config.ts';
import { createGatewayPulse, type GatewayState } from './discord/gateway-pulse.ts';
import type { Role } from './role-settings.ts';
import type { Store } from './store/store.ts';
import { readSourceStates, type SourceState } from './use-cases/read-source-states.ts';

/** The running bot. Disposing it finishes running work and closes everything in reverse order. */
export interface App extends AsyncDisposable {
  readonly role: Role;
  readonly store: Store;
  /** Rejects with the error that ends the bot, such as a token that is no longer valid. Never fulfilled. */
  readonly failure: Promise<never>;
  /** The connection to Discord's gateway; null if this process does not connect. */
  gateway(): GatewayState | null;
  /** The state of each source. */
  sources(): Promise<readonly SourceState[]>;
  /** Runs every job of this process once: pulls, plans, delivers. */
  wake(): Promise<void>;
}

/** What a process does, by its role. */
const parts: Readonly<Record<Role, readonly OpenPart[]>> = {
  all: [openConversation, openWork],
  gateway: [openConversation, openRecovery],
  worker: [openWork, openAnnouncement],
};

/**
 * Composes the rooms and starts a process of the bot. Fulfilled once it does what its role says; a second process with the
 * same shards waits for the end of the first one.
 * @throws StoreError or FatalDiscordError if no retry helps; the signal's reason if it aborts meanwhile
 */
export async function createApp(config: Config, options: AppOptions, signal = neverAborted()): Promise<App> {
  const failure = createFailure();
  const stopping = new AbortController();
  const pulse = createGatewayPulse();
  await using opened = new AsyncDisposableStack();
  const ends = { starting: signal, stopped: stopping.signal, onFatal: failure.reject };
  const process = await openProcess({ config, options, pulse, ...ends }, opened);
  const running: Part[] = [];
  for (const open of parts[config.role]) running.push(await open(process, opened));
  opened.defer(() => stopping.abort());

  const closing = opened.move();
  return {
    role: config.role,
    store: process.store,
    failure: failure.promise,
    gateway: () => (config.role === 'worker' ? null : pulse.state()),
    sources: () => readSourceStates(process),
    async wake() {
      for (const job of running.flatMap((part) => part.jobs())) await job.run();
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

/** A failure that has not happened yet. The caller of the bot may listen to it later, or never. */
function createFailure() {
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => {});
  return failure;
}

const neverAborted = (): AbortSignal => new AbortController().signal;

import type { Config } from '../config.ts';
import { type LocalDiscord, startLocalDiscord } from '../playground/discord/local-discord.ts';
import type { Inside, TimeStep, Trouble } from '../playground/page/page-types.ts';
import type { Stage } from '../playground/page/stage.ts';
import type { Instant, Logger } from '../ports.ts';
import { openStore } from '../store/databases.ts';
import type { Store } from '../store/store.ts';
import { dayMs, hourMs, minuteMs, utcDate } from '../time.ts';
import { createDemoBot, type DemoBot } from './demo-bot.ts';
import { createDemoClock, type DemoClock } from './demo-clock.ts';
import { readInside } from './demo-inside.ts';
import { type DemoSources, sampleSources } from './demo-sources.ts';
import { createDemoWorld, type DemoWorld } from './demo-world.ts';

/** The parts of the demo: a Discord with its people, the real bot, papers, and a clock. */
export interface DemoStage extends Stage, AsyncDisposable {
  readonly discord: LocalDiscord;
  readonly world: DemoWorld;
  readonly store: Store;
  readonly sources: () => DemoSources;
  /** The settings of the bot in this Discord. */
  config(): Config;
  /** Sets the clock, and the day of the sources. */
  setTime(at: Instant): void;
  startBot(): Promise<void>;
  wakeBot(): Promise<void>;
  /** Shows a sentence about what is happening; while it happens, time cannot be moved. */
  during<Result>(doing: string, work: () => Promise<Result>): Promise<Result>;
  /** From now on the clock goes on, and the bot wakes itself. */
  run(): void;
}

export interface StageOptions {
  readonly sources: DemoSources;
  readonly now: Instant;
  readonly environment: NodeJS.ProcessEnv;
  readonly log: Logger;
  /** How soon an interaction must be answered; Discord's three seconds by default. */
  readonly interactionDeadlineMs?: number;
}

/** Between two digests, the clock moves by this much at most, so that the bot pulls as often as it would. */
const stepMs = 6 * hourMs;
/** How often the bot is woken while the clock goes on. */
const wakeMs = 2_000;
/** A wake-up that takes longer, because Discord does not answer, is no longer waited for. */
const patienceMs = 20_000;

export async function createStage(options: StageOptions): Promise<DemoStage> {
  await using opened = new AsyncDisposableStack();
  const clock = createDemoClock({ at: options.now, isRunning: false });
  const { interactionDeadlineMs } = options;
  const discord = opened.use(
    await startLocalDiscord({
      clock: clock.now,
      // A killed bot may start again at once.
      limits: { identifyWindowMs: 0 },
      ...(interactionDeadlineMs === undefined ? {} : { interactionDeadlineMs }),
    }),
  );
  const store = opened.use(await openStore({ url: options.sources.config.databaseUrl }));
  const bot = opened.use(createDemoBot(options.environment, clock.time));
  const parts = { clock, discord, store, bot, world: createDemoWorld(discord) };
  const stage = arrange(parts, options);
  opened.defer(() => stage.close());
  const closing = opened.move();
  return { ...stage, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}

interface Parts {
  readonly clock: DemoClock;
  readonly discord: LocalDiscord;
  readonly store: Store;
  readonly bot: DemoBot;
  readonly world: DemoWorld;
}

interface StageState {
  sources: DemoSources;
  doing: string;
  busy: number;
  readonly troubles: Set<Trouble>;
  readonly closed: Set<string>;
  waking: NodeJS.Timeout | undefined;
}

function arrange(parts: Parts, { sources, log }: StageOptions) {
  const { clock, discord, store, bot, world } = parts;
  const state: StageState = {
    sources,
    doing: '',
    busy: 0,
    troubles: new Set(),
    closed: new Set(),
    waking: undefined,
  };
  const config = () => ({
    ...state.sources.config,
    discordToken: discord.token,
    discordApiUrl: discord.url,
  });
  const startBot = () => bot.start(config(), state.sources.pace);
  const setTime = (at: Instant, isRunning = clock.time().isRunning) => {
    clock.set({ at, isRunning });
    bot.setTime(clock.time());
    state.sources.setDay(at);
  };
  const during = async <Result>(doing: string, work: () => Promise<Result>): Promise<Result> => {
    state.doing = doing;
    state.busy += 1;
    try {
      return await work();
    } finally {
      state.busy -= 1;
      state.doing = '';
    }
  };
  const tools: StageTools = { ...parts, state, log, startBot, setTime, during };
  return {
    discord,
    world,
    store,
    actors: world.actors,
    channelId: world.papers.id,
    sources: () => state.sources,
    config,
    startBot,
    setTime: (at: Instant) => setTime(at),
    wakeBot: () => bot.wake(),
    during,
    now: clock.now,
    isRunning: () => clock.time().isRunning,
    run() {
      setTime(clock.now(), true);
      wakeAgain(state, bot);
    },
    pass: (step: TimeStep) => pass(step, tools),
    setTrouble: async (trouble: Trouble, isOn: boolean, channelId: string) =>
      setTrouble({ trouble, isOn, channelId }, tools),
    inside: (): Promise<Inside> => inside(tools),
    async close() {
      clearTimeout(state.waking);
      await state.sources[Symbol.asyncDispose]();
    },
  };
}

interface StageTools extends Parts {
  readonly state: StageState;
  readonly log: Logger;
  startBot(): Promise<void>;
  setTime(at: Instant): void;
  during<Result>(doing: string, work: () => Promise<Result>): Promise<Result>;
}

function wakeAgain(state: StageState, bot: DemoBot): void {
  state.waking = setTimeout(async () => {
    if (state.busy === 0) await inPatience(bot.wake());
    wakeAgain(state, bot);
  }, wakeMs);
}

async function inPatience(waking: Promise<void>): Promise<void> {
  const patience = Promise.withResolvers<void>();
  const timer = setTimeout(patience.resolve, patienceMs);
  await Promise.race([waking, patience.promise]);
  clearTimeout(timer);
}

async function pass(step: TimeStep, tools: StageTools): Promise<void> {
  const { state, clock } = tools;
  if (state.busy > 0) return;
  const target = await targetOf(step, tools);
  if (target === null) {
    state.doing = 'No digest is due, because no channel is subscribed yet.';
    return;
  }
  await tools.during(step === 'week' ? 'A week passes…' : 'Time passes…', async () => {
    while (clock.now() < target) {
      const [due] = await tools.store.dueChannels(target, 1);
      const nextDue = due !== undefined && due.nextDigestAt > clock.now() ? due.nextDigestAt : target;
      const next = Math.min(target, nextDue, clock.now() + stepMs);
      await haveSourcesFor(next, tools);
      tools.setTime(next);
      await inPatience(tools.bot.wake());
    }
  });
}

/** When a step of time ends; null if it has no end. */
async function targetOf(step: TimeStep, { clock, store }: StageTools): Promise<Instant | null> {
  const now = clock.now();
  const tomorrow = Math.floor(now / dayMs + 1) * dayMs + 9 * hourMs + minuteMs;
  if (step === 'tomorrow') return tomorrow;
  if (step === 'week') return tomorrow + 6 * dayMs;
  const due = await store.dueChannels(now + 31 * dayMs, 50);
  const next = due.map(({ nextDigestAt }) => nextDigestAt).find((at) => at > now);
  return next ?? null;
}

/** The internet has no papers of the days to come, so the bundled ones follow. The bot starts with their addresses. */
async function haveSourcesFor(at: Instant, { state, bot, startBot }: StageTools): Promise<void> {
  const { lastDay, config } = state.sources;
  if (lastDay === null || utcDate(at) <= lastDay) return;
  await state.sources[Symbol.asyncDispose]();
  state.sources = await sampleSources(config, at);
  state.sources.setDown(state.troubles.has('source-down'));
  if (bot.state() === 'off') return;
  await bot.stop();
  await inPatience(startBot());
}

interface TroubleChange {
  readonly trouble: Trouble;
  readonly isOn: boolean;
  readonly channelId: string;
}

function setTrouble({ trouble, isOn, channelId }: TroubleChange, tools: StageTools): void {
  const { state, discord, bot } = tools;
  if (trouble === 'permission') {
    closeChannel(channelId, isOn, tools);
    return;
  }
  if (isOn) state.troubles.add(trouble);
  else state.troubles.delete(trouble);
  if (trouble === 'discord-down') discord.setOutage(isOn);
  else if (trouble === 'source-down') state.sources.setDown(isOn);
  else if (trouble === 'rate-limited') limitPosts(discord, isOn);
  else if (isOn) bot.kill();
  else if (bot.state() === 'off') tools.startBot().catch((err: unknown) => logFailure(tools.log, err));
}

const logFailure = (log: Logger, err: unknown): void =>
  log.error({ event: 'demo.bot', err }, 'the bot did not start again');

/** Refuses each message to a channel with 429 until it ends. */
function limitPosts({ faults }: LocalDiscord, isOn: boolean): void {
  const messages = /^\/channels\/\d+\/messages$/;
  if (isOn) faults.add({ kind: 'rate-limited', method: 'POST', path: messages, times: Infinity, retryAfterMs: 5_000 });
  else faults.clear();
}

function closeChannel(channelId: string, isClosed: boolean, { discord, state }: StageTools): void {
  const channel = discord.world.channels.get(channelId);
  if (channel === undefined || channel.guildId === null) return;
  discord.world.setOverwrite(channel, { member: discord.world.bot, deny: isClosed ? ['SendMessages'] : [] });
  if (isClosed) state.closed.add(channelId);
  else state.closed.delete(channelId);
}

async function inside({ state, store, discord, world, bot }: StageTools): Promise<Inside> {
  const starting = bot.state() === 'starting' ? 'The bot starts…' : '';
  return {
    papers: state.sources.papers,
    doing: state.doing || starting,
    isBusy: state.busy > 0,
    troubles: [...state.troubles],
    closed: [...state.closed],
    ...(await readInside(store, discord, world.guilds)),
  };
}

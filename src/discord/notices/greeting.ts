import { createHash } from 'node:crypto';
import type { REST } from 'discord.js';
import { sayIn } from '../../language/say.ts';
import type { Clock, Logger } from '../../ports.ts';
import type { Store } from '../../store/store.ts';
import { dayMs } from '../../time.ts';
import { Routes } from '../discord-js.ts';
import { readFailure } from '../failures.ts';
import type { GuildArrival } from '../guild-arrival.ts';
import { greetingMessage } from '../rendering/setup.ts';

/**
 * For how long after joining a guild is greeted. The bot may be stopped when it is invited; and guilds that it
 * joined before it knew how to greet are not new.
 */
const greetedWithinMs = dayMs;

export interface GreeterTools {
  readonly store: Pick<Store, 'noteGreeting'>;
  readonly rest: REST;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Greets guilds that the bot has just joined: each once, in its system channel, or not at all. */
export interface Greeter extends AsyncDisposable {
  /** Takes any arrival. The result is not awaited, and failures are logged. */
  readonly arrived: (arrival: GuildArrival) => void;
}

export function createGreeter(tools: GreeterTools): Greeter {
  const { clock, log } = tools;
  const active = new Set<Promise<void>>();
  return {
    arrived(arrival) {
      if (clock() - arrival.joinedAt > greetedWithinMs) return;
      const greeting = greet(arrival, tools)
        .catch((err: unknown) => {
          log.error({ event: 'guild.greeting-failed', guildId: arrival.guildId, err }, 'a guild could not be greeted');
        })
        .finally(() => active.delete(greeting));
      active.add(greeting);
    },
    async [Symbol.asyncDispose]() {
      while (active.size > 0) await Promise.all(active);
    },
  };
}

/** The greeting is noted before it is sent: one that is lost matters less than one that comes twice. */
async function greet({ guildId, language, greetIn }: GuildArrival, { store, rest, clock, log }: GreeterTools) {
  if (!(await store.noteGreeting(guildId, clock()))) return;
  const unsent = (reason: string) =>
    log.info({ event: 'guild.not-greeted', guildId, reason }, `joined guild ${guildId}; no greeting: ${reason}`);
  if (greetIn === null) return unsent('there is no system channel in which the bot may write');
  const nonce = createHash('sha256').update(`greeting ${guildId}`).digest('base64url').slice(0, 24);
  const body = { ...greetingMessage(sayIn(language)), nonce, enforce_nonce: true, allowed_mentions: { parse: [] } };
  try {
    await rest.post(Routes.channelMessages(greetIn), { body });
  } catch (error) {
    return unsent(readFailure(error).reason);
  }
  log.info({ event: 'guild.greeted', guildId }, `joined guild ${guildId}, and greeted it`);
}

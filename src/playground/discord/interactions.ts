import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Instant } from '../../ports.ts';
import { minuteMs } from '../../time.ts';
import { refusal } from './api-error.ts';
import type { JsonObject } from './form.ts';
import type { Snowflake } from './snowflake.ts';
import type { World } from './world.ts';
import type { Channel, Message } from './world-shapes.ts';

/** The first answer must come within this time. */
const DEADLINE_MS = 3000;
/** The token is valid for this time. */
const TOKEN_MS = 15 * minuteMs;

/** Discord's numbers for the kinds of interaction. */
export const INTERACTION_TYPES = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** How an interaction was first answered. */
interface FirstAnswer {
  /** The callback's type: 4 message, 5 deferred, 6 deferred update, 7 update, 8 choices, 9 modal. */
  readonly type: number;
  readonly at: Instant;
  readonly choices: readonly JsonObject[];
  readonly modal: JsonObject | undefined;
}

/** A person's action and its answers. */
export interface Interaction {
  readonly id: Snowflake;
  readonly token: string;
  readonly type: number;
  readonly channel: Channel;
  readonly userId: Snowflake;
  /** The language of the person's client. */
  readonly locale: string;
  readonly commandName: string | undefined;
  /** The message whose button or select was used, or from whose button the modal came. */
  readonly source: Message | undefined;
  /** The type of the option that is being filled in, for autocomplete. */
  readonly focusedType: number | undefined;
  readonly createdAt: Instant;
  /** Monotonic. The deadline holds on the clock that reaches it first. */
  readonly startedAt: number;
  first: FirstAnswer | undefined;
  /** The `@original` message: the answer, or the message that the answer updates. */
  original: Message | undefined;
  readonly followUps: Message[];
  /** Grows with every answer, edit and follow-up. */
  changes: number;
}

/** The fields that open an interaction. */
export type InteractionPlan = Pick<
  Interaction,
  'type' | 'channel' | 'userId' | 'locale' | 'commandName' | 'source' | 'focusedType'
>;

/** All interactions that may still be answered. */
export class Interactions {
  readonly #world: World;
  readonly #deadlineMs: number;
  readonly #byToken = new Map<string, Interaction>();
  readonly #watchers = new Map<Interaction, Set<() => void>>();

  constructor(world: World, deadlineMs = DEADLINE_MS) {
    this.#world = world;
    this.#deadlineMs = deadlineMs;
  }

  /** Begins an interaction: its deadline runs from now. */
  open(plan: InteractionPlan): Interaction {
    this.#forgetOld();
    const interaction: Interaction = {
      ...plan,
      id: this.#world.nextId(),
      token: randomBytes(32).toString('base64url'),
      createdAt: this.#world.clock(),
      startedAt: performance.now(),
      first: undefined,
      original: undefined,
      followUps: [],
      changes: 0,
    };
    this.#byToken.set(interaction.token, interaction);
    return interaction;
  }

  /** An interaction that awaits its first answer. Throws 10062 or 40060. */
  unanswered(id: Snowflake, token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction === undefined || interaction.id !== id) throw refusal(10062);
    if (interaction.first !== undefined) throw refusal(40060);
    if (this.isLate(interaction)) throw refusal(10062);
    return interaction;
  }

  /** The answered interaction of a token. Throws 10015 before its first answer, 50027 after 15 minutes. */
  answered(token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction === undefined) throw refusal(10015);
    if (this.#world.clock() - interaction.createdAt >= TOKEN_MS) throw refusal(50027);
    if (interaction.first === undefined) throw refusal(10015);
    return interaction;
  }

  /** Whether the time for a first answer is over. */
  isLate(interaction: Interaction): boolean {
    const passed = Math.max(this.#world.clock() - interaction.createdAt, performance.now() - interaction.startedAt);
    return passed >= this.#deadlineMs;
  }

  /** Wakes those who wait for a change. */
  changed(interaction: Interaction): void {
    interaction.changes += 1;
    for (const watcher of this.#watchers.get(interaction) ?? []) watcher();
  }

  /** Waits until `arrived` holds; false once `over` holds first. */
  async wait(interaction: Interaction, arrived: () => boolean, over: () => boolean): Promise<boolean> {
    if (arrived()) return true;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const look = () => {
      if (arrived()) resolve(true);
      else if (over()) resolve(false);
    };
    const watchers = this.#watchers.get(interaction) ?? new Set();
    this.#watchers.set(interaction, watchers.add(look));
    // An injected clock has no timers, so it is polled.
    const timer = setInterval(look, 10);
    try {
      return await promise;
    } finally {
      clearInterval(timer);
      watchers.delete(look);
      if (watchers.size === 0) this.#watchers.delete(interaction);
    }
  }

  #forgetOld(): void {
    const from = this.#world.clock() - 2 * TOKEN_MS;
    for (const [token, interaction] of this.#byToken) {
      if (interaction.createdAt >= from) return;
      this.#byToken.delete(token);
    }
  }
}

import type { Instant } from '../../ports.ts';
import type { LocalDiscord } from '../discord/local-discord.ts';
import type { Person } from '../person.ts';
import type { Inside, TimeStep, Trouble } from './page-types.ts';

/** A person whom a visitor of the page can be. */
export interface Actor {
  readonly person: Person;
  /** What they may do: `manages channels`. */
  readonly title: string;
}

/** What stands behind the page: a Discord, a bot that can be killed, a clock that can be moved, and sources that can fail. */
export interface Stage {
  readonly discord: LocalDiscord;
  /** The first one is whom a visitor is at first. */
  readonly actors: readonly [Actor, ...Actor[]];
  /** Where a visitor begins. */
  readonly channelId: string;
  now(): Instant;
  /** Whether the clock runs by itself. */
  isRunning(): boolean;
  /** Lets time pass, with everything that the bot does meanwhile. */
  pass(step: TimeStep): Promise<void>;
  /** Begins or ends a trouble. `permission` concerns the channel. */
  setTrouble(trouble: Trouble, isOn: boolean, channelId: string): Promise<void>;
  inside(): Promise<Inside>;
}

import { setTimeout as pause } from 'node:timers/promises';
import { createPace, type Pace } from '../../src/discord/posting/pace.ts';

/** How many times as fast as usual the limits of a local Discord pass, and the bot's pace, which keeps them. */
const speed = 20;

/** The limits of a Discord on which a test waits a twentieth of the time. */
export const quickLimits = { speed };

/** The bot's pace on such a Discord. */
export const createQuickPace = (): Pace =>
  createPace({ clock: () => performance.now() * speed, sleep: (ms) => pause(ms / speed) });

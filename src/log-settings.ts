import { z } from 'zod';
import type { Settings } from './settings.ts';
import { didYouMean } from './topics/language/nearest.ts';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const logFormats = ['pretty', 'json'] as const;

/** The least important level that is logged, as pino names it. */
export type LogLevel = (typeof logLevels)[number];
/** `pretty` is for people, `json` for machines: one object for each line. */
export type LogFormat = (typeof logFormats)[number];

function mustBeOneOf(choices: readonly string[], input: unknown): string {
  const meant = didYouMean(String(input), choices);
  return `must be one of ${choices.join(', ')}${meant && `.${meant}`}`;
}

export const logSettings = {
  logLevel: {
    name: 'LOG_LEVEL',
    fallback: 'info',
    description: [`How much is logged: ${logLevels.join(', ')}.`],
    schema: z.enum(logLevels, { error: ({ input }) => mustBeOneOf(logLevels, input) }),
  },
  /** Null if the terminal decides. */
  logFormat: {
    name: 'LOG_FORMAT',
    fallback: '',
    description: ['pretty or json. Empty means pretty on a terminal and json otherwise.'],
    schema: z.union([z.enum(logFormats), z.literal('').transform(() => null)], {
      error: ({ input }) => mustBeOneOf(logFormats, input),
    }),
  },
  /** Whether a terminal shows the status below the log. */
  hasLiveStatus: {
    name: 'LIVE_STATUS',
    fallback: 'on',
    description: ['Whether a terminal with the pretty log shows a short status below it: on or off.'],
    schema: z.enum(['on', 'off'], { error: 'must be on or off' }).transform((text) => text === 'on'),
  },
} as const satisfies Settings;

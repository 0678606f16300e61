import { z } from 'zod';
import { ownAddress, portOrEmpty, type Settings, type ValuesOf, webAddress } from '../settings.ts';
import { readShards } from './shards.ts';

export const discordSettings = {
  /** Null where none is set: only `start` needs one. */
  discordToken: {
    name: 'DISCORD_TOKEN',
    fallback: '',
    description: ['The bot token from https://discord.com/developers/applications. Only `npm start` needs it.'],
    schema: z
      .string()
      .refine((text) => !/\s|"/.test(text), 'must be the bare token, without blanks, quotes or "Bot "')
      .transform((text) => text || null),
    isSecret: true,
  },
  discordApiUrl: {
    name: 'DISCORD_API_URL',
    fallback: 'https://discord.com/api',
    description: [
      "The address of Discord's API. Change it only to test against a simulated Discord, or for a proxy that limits",
      'requests. See docs/scale.md.',
    ],
    schema: webAddress,
  },
  /** Whether a proxy keeps to Discord's limit of requests, so that the bot need not. */
  hasRateLimitProxy: {
    name: 'DISCORD_RATE_LIMIT',
    fallback: 'bot',
    description: [
      "Who keeps to Discord's limit of 50 requests a second: bot, or proxy if DISCORD_API_URL is a proxy that does.",
    ],
    schema: z.enum(['bot', 'proxy'], { error: 'must be bot or proxy' }).transform((text) => text === 'proxy'),
  },
  /** Null if Discord says how many there are, and this process has all of them. */
  shards: {
    name: 'SHARDS',
    fallback: '',
    description: [
      'The connections to Discord that this process keeps, and how many all processes have: 0-3/16, or 5/16 for one.',
      'Empty means as many as Discord recommends, all in this process. See docs/scale.md.',
    ],
    schema: z
      .string()
      .refine(
        (text) => text === '' || readShards(text) !== null,
        'must be the first and the last shard, counted from 0, and the number of all: 0-3/16, or 5/16 for one',
      )
      .transform((text) => (text === '' ? null : readShards(text))),
  },
  /** Null if interactions come over the gateway. */
  interactionsPort: {
    name: 'INTERACTIONS_PORT',
    fallback: '',
    description: [
      'A port to which Discord posts commands and presses of buttons, instead of sending them over the gateway.',
      'Empty means none. See docs/hosting.md.',
    ],
    schema: portOrEmpty,
  },
  interactionsHost: {
    name: 'INTERACTIONS_HOST',
    fallback: '127.0.0.1',
    description: [
      'The address of this machine at which that port is. The default is for programs on this machine alone.',
      'In a container: 0.0.0.0',
    ],
    schema: ownAddress,
  },
  /** 64 hexadecimal digits; null where none is set. */
  discordPublicKey: {
    name: 'DISCORD_PUBLIC_KEY',
    fallback: '',
    description: [
      'The public key of the application, from https://discord.com/developers/applications.',
      'Only INTERACTIONS_PORT needs it: requests that are not signed with it are refused.',
    ],
    schema: z
      .string()
      .refine((text) => /^([0-9a-f]{64})?$/i.test(text), 'must be the 64 digits and letters of the public key')
      .transform((text) => text || null),
  },
} as const satisfies Settings;

/** The problems of settings that belong together, a sentence each. */
export function discordProblems({
  interactionsPort,
  discordPublicKey,
  hasRateLimitProxy,
  discordApiUrl,
}: Partial<ValuesOf<typeof discordSettings>>): readonly string[] {
  const problems: string[] = [];
  if (typeof interactionsPort === 'number' && discordPublicKey === null)
    problems.push(
      'INTERACTIONS_PORT needs DISCORD_PUBLIC_KEY: it stands under "General Information" at https://discord.com/developers/applications',
    );
  if (hasRateLimitProxy === true && discordApiUrl === discordSettings.discordApiUrl.fallback)
    problems.push('DISCORD_RATE_LIMIT=proxy needs the address of the proxy in DISCORD_API_URL, or leave it out');
  return problems;
}

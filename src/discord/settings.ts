import { z } from 'zod';
import { ownAddress, portOrEmpty, type Settings, type ValuesOf, webAddress } from '../settings.ts';

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
    description: ["The address of Discord's API. Change it only to test against a simulated Discord."],
    schema: webAddress,
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
export const discordProblems = ({
  interactionsPort,
  discordPublicKey,
}: Partial<ValuesOf<typeof discordSettings>>): readonly string[] =>
  typeof interactionsPort === 'number' && discordPublicKey === null
    ? [
        'INTERACTIONS_PORT needs DISCORD_PUBLIC_KEY: it stands under "General Information" at https://discord.com/developers/applications',
      ]
    : [];

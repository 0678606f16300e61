import { z } from 'zod';
import { type Settings, webAddress } from '../settings.ts';

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
} as const satisfies Settings;

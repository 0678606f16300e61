import { z } from 'zod';
import { type Settings, webAddress } from '../../settings.ts';

export const openAlexSettings = {
  /** Null where none is set. */
  openAlexKey: {
    name: 'OPENALEX_API_KEY',
    fallback: '',
    description: [
      'A key from https://openalex.org/settings/api, if you have one. `/subscribe author:` asks OpenAlex for the papers',
      'of an author, which it may refuse without a key.',
    ],
    schema: z
      .string()
      .regex(/^[\x21-\x7e]{0,200}$/, 'must be the bare key, without blanks')
      .transform((text) => text || null),
    isSecret: true,
  },
  openAlexUrl: {
    name: 'OPENALEX_URL',
    fallback: 'https://api.openalex.org',
    description: ['The address of OpenAlex.'],
    schema: webAddress,
  },
} as const satisfies Settings;

import { z } from 'zod';
import type { Settings } from './settings.ts';

/** The room of meaning is pure and has no settings, so its setting stands here. */
export const meaningSettings = {
  /** Whether topics can be sentences, by the table of word vectors. */
  isMeaningOn: {
    name: 'MEANING',
    fallback: 'on',
    description: [
      'Whether topics can ask for a meaning, as in about:"editing the weights of a model": on or off.',
      'Off saves the 7 MB of memory that its table takes while it is used. Such topics stay stored, and find nothing until',
      'it is on again.',
    ],
    schema: z.enum(['on', 'off'], { error: 'must be on or off' }).transform((text) => text === 'on'),
  },
} as const satisfies Settings;

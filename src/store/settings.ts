import { z } from 'zod';
import type { Settings } from '../settings.ts';
import { isShared } from './database-url.ts';

/** A number of days, at least `min`. */
const days = (min: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number of days')
    .transform(Number)
    .refine((count) => count >= min, `must be at least ${min}`);

export const storeSettings = {
  databaseUrl: {
    name: 'DATABASE_URL',
    fallback: 'file:data/paperboy.db',
    description: [
      'The database: one SQLite file, relative to this folder or absolute, such as file:data/paperboy.db,',
      'or PostgreSQL, such as postgres://user:password@localhost/paperboy. See docs/scale.md.',
    ],
    schema: z
      .string()
      .regex(
        /^(file|postgres|postgresql):.+/,
        'must begin with file: and name a file, such as file:data/paperboy.db, or begin with postgres://',
      ),
    isSecret: isShared,
  },
  /** How many days each kind of record is kept. Papers that a channel received are never deleted. */
  keepDays: {
    papers: {
      name: 'KEEP_PAPERS_DAYS',
      fallback: '365',
      description: [
        'How many days papers are kept and can be searched; at least 30.',
        'Papers that a channel received are never deleted, so that it never receives them twice.',
      ],
      schema: days(30),
    },
    listings: {
      name: 'KEEP_LISTINGS_DAYS',
      fallback: '90',
      description: [
        'How many days the bot remembers which source listed which paper, and how digests ended; at least 14.',
      ],
      schema: days(14),
    },
    deliveries: {
      name: 'KEEP_DELIVERIES_DAYS',
      fallback: '30',
      description: ['How many days the text of posted messages is kept; at least 14.'],
      schema: days(14),
    },
  },
} as const satisfies Settings;

import { z } from 'zod';
import type { discordSettings } from './discord/settings.ts';
import { areAll } from './discord/shards.ts';
import type { Settings, ValuesOf } from './settings.ts';
import { isShared } from './store/database-url.ts';
import type { storeSettings } from './store/settings.ts';

const roles = ['all', 'gateway', 'worker'] as const;

/**
 * What a process does.
 * - `gateway`: hears from Discord, and answers people
 * - `worker`: pulls, plans and delivers
 * - `all`: both
 */
export type Role = (typeof roles)[number];

export const roleSettings = {
  role: {
    name: 'ROLE',
    fallback: 'all',
    description: [
      'What this process does. gateway: it answers people. worker: it pulls, plans and delivers. all: both.',
      'Only several processes on one PostgreSQL need another than all. See docs/scale.md.',
    ],
    schema: z.enum(roles, { error: `must be one of ${roles.join(', ')}` }),
  },
} as const satisfies Settings;

type Values = ValuesOf<typeof roleSettings & typeof discordSettings & typeof storeSettings>;

/** The problems of the role, the shards and the database together, a sentence each. */
export function roleProblems({ role, shards, databaseUrl }: Partial<Values>): readonly string[] {
  if (role === undefined || databaseUrl === undefined) return [];
  const problems: string[] = [];
  if (role !== 'all' && !isShared(databaseUrl))
    problems.push(
      `ROLE=${role} needs a database for several processes: set DATABASE_URL to postgres://…, or leave ROLE out`,
    );
  if (role === 'worker' && shards != null)
    problems.push('SHARDS is for processes that hear from Discord, and ROLE=worker is none: leave SHARDS out');
  else if (shards != null && !areAll(shards) && !isShared(databaseUrl))
    problems.push(
      'SHARDS leaves out servers that no other process can have, because DATABASE_URL is a file: leave SHARDS out',
    );
  return problems;
}

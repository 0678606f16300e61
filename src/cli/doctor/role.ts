import { nameOfShards } from '../../discord/shards.ts';
import type { Role } from '../../role-settings.ts';
import { isShared } from '../../store/database-url.ts';
import { type Check, ok } from './check.ts';

const deeds: Readonly<Record<Role, string>> = {
  all: 'it answers people, and pulls, plans and delivers',
  gateway: 'it answers people',
  worker: 'it pulls, plans and delivers',
};

/** What this process would do among several. A file has one process, which does everything. */
export const roleCheck: Check = {
  name: 'role',
  needsNetwork: false,
  async run({ config: { role, shards, databaseUrl } }) {
    if (!isShared(databaseUrl) && shards === null) return [];
    const connected = shards === null ? 'all shards that Discord recommends' : `the shards ${nameOfShards(shards)}`;
    return [ok(`ROLE=${role}: ${deeds[role]}${role === 'worker' ? '' : `, with ${connected}`}`)];
  },
};

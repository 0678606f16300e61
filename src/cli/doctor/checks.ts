import type { Check } from './check.ts';
import { clockCheck } from './clock.ts';
import { databaseCheck } from './database.ts';
import { discordCheck } from './discord.ts';
import { diskCheck } from './disk.ts';
import { freshnessCheck } from './freshness.ts';
import { mailCheck } from './mail.ts';
import { nodeCheck } from './node.ts';
import { roleCheck } from './role.ts';
import { sourcesCheck } from './sources.ts';
import { webCheck } from './web.ts';
import { zonesCheck } from './zones.ts';

/** The checks of an installation, in the order of the report. */
export const checks: readonly Check[] = [
  nodeCheck,
  zonesCheck,
  databaseCheck,
  diskCheck,
  freshnessCheck,
  roleCheck,
  discordCheck,
  clockCheck,
  sourcesCheck,
  webCheck,
  mailCheck,
];

/**
 * One life of the bot in a separate process. `node crash-child.ts '{"crashAt":3,…}'` wakes once and kills itself at its
 * third crash point, after it prints the point's name. With fewer points it ends by itself and prints nothing.
 */
import { writeSync } from 'node:fs';
import { beginLife, silentLog } from './life.ts';
import { isCounted, type LifeOrders, openSources } from './mortal-lives.ts';

const orders = JSON.parse(process.argv[2] ?? '') as LifeOrders;
const clock = () => orders.now;
let passed = 0;

function reach(point: string): void {
  if (isCounted(point, orders)) passed += 1;
  if (passed < orders.crashAt) return;
  writeSync(1, point);
  process.kill(process.pid, 'SIGKILL');
}

await using sources = openSources(orders.sourcesUrl, clock);
await using life = await beginLife({ ...orders, clock, sources: sources.list, reach, log: silentLog });
await life.wake();

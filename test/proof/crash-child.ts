/**
 * One life of the bot in a process of its own: `node crash-child.ts '{"crashAt":3,…}'` wakes once and kills itself at
 * its third crash point, whose name is the last that it says; where it has fewer, it ends by itself, saying nothing.
 */
import { writeSync } from 'node:fs';
import { beginLife, type Policy, silentLog } from './life.ts';
import { sceneSource } from './scene.ts';

/** What a child is told. */
export interface ChildOrders {
  readonly databaseUrl: string;
  readonly discordUrl: string;
  readonly token: string;
  readonly channelId: string;
  readonly now: number;
  readonly policy: Policy;
  /** 1 is the first crash point. */
  readonly crashAt: number;
}

const orders = JSON.parse(process.argv[2] ?? '') as ChildOrders;
let passed = 0;

function reach(point: string): void {
  passed += 1;
  if (passed < orders.crashAt) return;
  writeSync(1, point);
  process.kill(process.pid, 'SIGKILL');
}

const life = await beginLife({ ...orders, clock: () => orders.now, sources: [sceneSource], reach, log: silentLog });
await life.wake();
await life[Symbol.asyncDispose]();

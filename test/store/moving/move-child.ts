/**
 * A process that moves everything and kills itself, for `killed-move.test.ts`. `node move-child.ts FROM TO STEP` moves until
 * that step of `watched`, and ends at once without closing anything. Without a step it ends by itself, and says how many
 * there were.
 */
import { writeSync } from 'node:fs';
import { openAsSource, openAsTarget } from '../../../src/store/databases.ts';
import { moveBetween } from '../../../src/store/moving/move.ts';
import { watched } from './interrupted.ts';

const [from = '', to = '', last] = process.argv.slice(2);
let steps = 0;
await using source = await openAsSource(from);
await using target = await openAsTarget(to);
await moveBetween(
  source,
  watched(target, (number) => {
    steps = number;
    if (number === Number(last)) process.kill(process.pid, 'SIGKILL');
  }),
);
writeSync(1, String(steps));

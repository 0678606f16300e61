import { discordTime } from '../../discord/examination.ts';
import { readFailure } from '../../discord/failures.ts';
import { count } from '../../discord/rendering/numbers.ts';
import { type Check, type Found, fail, ok, warn } from './check.ts';
import { discordAccess } from './discord-access.ts';

/** Up to here a difference may come from the way of the answer. */
const usualSeconds = 5;
/** From here digests come late, and doubts about sending are judged by wrong times. */
const wrongSeconds = 60;

/** How far this machine's clock is from Discord's. */
export const clockCheck: Check = {
  name: 'clock',
  needsNetwork: true,
  async run(tools) {
    const { clock = Date.now } = tools.io;
    try {
      const at = await discordTime(await discordAccess(tools, ''));
      return at === null ? [] : [compared(Math.round((clock() - at) / 1_000))];
    } catch (error) {
      return [
        warn(`The clock cannot be compared: ${readFailure(error).reason}.`, 'Check the network of this machine.'),
      ];
    }
  },
};

function compared(seconds: number): Found {
  const size = Math.abs(seconds);
  const text = `The clock is ${count(size, 'second')} ${seconds < 0 ? 'behind' : 'ahead of'} Discord's`;
  const step = 'Let the machine set its clock by NTP, such as with timedatectl set-ntp true';
  if (size <= usualSeconds) return ok(text);
  return size < wrongSeconds ? warn(`${text}.`, step) : fail(`${text}.`, step);
}

import { type Check, fail, ok, warn } from './check.ts';

/** Governments change their clocks with a notice of months. Older data shifts the digests of some zones by an hour. */
const oldestYears = 2;

/** Whether the data about time zones is there, and how old it is. */
export const zonesCheck: Check = {
  name: 'time zones',
  needsNetwork: false,
  async run({ now }) {
    const edition = process.versions['tz'];
    const count = Intl.supportedValuesOf('timeZone').length;
    if (count < 2 || edition === undefined) {
      return [fail('This Node has no data about time zones.', 'Run npm ci, which brings a Node that has it.')];
    }
    const text = `${count} time zones, edition ${edition}`;
    const years = new Date(now).getUTCFullYear() - Number.parseInt(edition, 10);
    return [years <= oldestYears ? ok(text) : warn(`${text}, is ${years} years old.`, 'Update Node: npm update node')];
  },
};

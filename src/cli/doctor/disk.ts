import type { DatabasePlace } from '../../store/database.ts';
import { examine } from '../../store/databases.ts';
import { StoreError } from '../../store/store-error.ts';
import { type Check, type Found, fail, ok, warn } from './check.ts';

const gigabyte = 1_000_000_000;
/** A day of all sources takes some 10 MB, and a backup as much as the database. */
const enoughBytes = gigabyte;
const leastBytes = gigabyte / 10;

/** Whether the disk of the database has space, and keeps files. That of a server cannot be seen from here. */
export const diskCheck: Check = {
  name: 'disk',
  needsNetwork: false,
  async run({ config }) {
    try {
      const { place } = await examine(config.databaseUrl);
      return place === null ? [] : describe(place);
    } catch (error) {
      // The check of the database says what is wrong.
      if (error instanceof StoreError) return [];
      throw error;
    }
  },
};

function describe({ freeBytes, fileSystem: { name, keeps } }: DatabasePlace): readonly Found[] {
  const text = `${(freeBytes / gigabyte).toFixed(1)} GB free${name === null ? '' : ` on ${name}`}`;
  const forgets = warn(
    `The database is on ${name}: it is lost when the machine or the container ends.`,
    'Put DATABASE_URL on a disk or a volume that stays.',
  );
  return [spaceOf(freeBytes, text), ...(keeps ? [] : [forgets])];
}

function spaceOf(freeBytes: number, text: string): Found {
  const step = 'Free some space on the disk of the database.';
  if (freeBytes >= enoughBytes) return ok(text);
  return freeBytes >= leastBytes ? warn(`Only ${text}.`, step) : fail(`Only ${text}.`, step);
}

import { StoreError } from './store-error.ts';

/** The table that a database has while everything is moved to it. It says from what, and how far the move is. */
export const movingTable = 'paperboy_moving';

/** The error for a database to which a move has begun and not ended. Part of the data is missing in it. */
export const halfMoved = (place: string): StoreError =>
  new StoreError(
    'half-moved',
    `A move to ${place} has begun and not ended, so a part of the data is missing there. Set DATABASE_URL to the database ` +
      'that it is moved from, then run npm run paperboy -- move --to again: it goes on where it was.',
  );

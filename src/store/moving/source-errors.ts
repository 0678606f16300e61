import { StoreError } from '../store-error.ts';

export const nothingToMove = (place: string): StoreError =>
  new StoreError('missing', `There is no database ${place}, so there is nothing to move. Check DATABASE_URL.`);

export const olderDatabase = (place: string): StoreError =>
  new StoreError(
    'older-database',
    `${place} was last used by an older Paperboy, and a move does not update it. Start the bot of this version on it once, ` +
      'stop it, then run the same command again.',
  );

export const restoredDatabase = (place: string): StoreError =>
  new StoreError(
    'older-database',
    `A dump was loaded into ${place}, and the bot does not know it yet. Start the bot on it once, so that it looks for messages ` +
      'before it posts them again, stop it, then run the same command again.',
  );

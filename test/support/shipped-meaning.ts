import { openMeaning } from '../../src/meaning/meaning.ts';

/** The table that is shipped. */
export const meaning = openMeaning(true);

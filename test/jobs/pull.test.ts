import { expect, it } from 'vitest';
import { yieldTurn } from '../../src/cooperate.ts';
import { pullDueListings } from '../../src/jobs/pull.ts';
import type { PaperSource } from '../../src/sources/source.ts';
import { noon } from '../store/invented-listings.ts';
import { sqlitePlace } from '../store/opened-store.ts';
import { createKeptLog } from '../support/bot.ts';
import { scriptedArxiv, scriptedHuggingFace } from '../support/scripted-sources.ts';

it('a pull that cannot be stored is reported after the pulls of the other sources', async () => {
  const store = await sqlitePlace().open();
  const slow = Promise.withResolvers<never>();
  const quickSource: PaperSource = {
    ...scriptedArxiv,
    async pull() {
      // From now on, nothing can be stored.
      await store[Symbol.asyncDispose]();
      throw new Error('the connection broke');
    },
  };
  let isOver = false;
  const tools = { store, clock: () => noon, log: createKeptLog(), random: () => 0 };
  const slowSource = { ...scriptedHuggingFace, datesToPull: scriptedArxiv.datesToPull, pull: () => slow.promise };
  const pulling = pullDueListings([quickSource, slowSource], tools, new AbortController().signal)
    .catch((error: unknown) => error)
    .finally(() => {
      isOver = true;
    });
  for (let turns = 0; turns < 20; turns++) await yieldTurn();
  expect(isOver).toBe(false);
  const notOpen = { message: expect.stringContaining('not open') };
  slow.reject(new Error('this one broke, too'));
  expect(await pulling).toMatchObject({ errors: [notOpen, notOpen] });
});

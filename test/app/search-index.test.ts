import { expect, it, onTestFinished } from 'vitest';
import { hourMs } from '../../src/time.ts';
import { changeDatabase, outdated } from '../store/sqlite/search/outdated-index.ts';
import { startFriday } from './friday.ts';

/** The bot on a Friday, after an update that changed how words are compared. 110 papers are stored. */
async function updatedBot() {
  const friday = await startFriday();
  onTestFinished(() => friday[Symbol.asyncDispose]());
  const { running } = friday;
  await friday.subscribe();
  await friday.announce(110);
  await running.whileStopped(() => changeDatabase(running.databasePath, outdated));
  return { friday, running };
}

it('says in searches, previews and the status that the search index is being rebuilt', async () => {
  const { running } = await updatedBot();
  const { manager } = running;
  const rebuilt = 'The search index is being rebuilt: 0 % done, the newest papers first. Digests are not affected.';
  const asked = [
    manager.run('/papers search', { query: 'diffusion' }),
    manager.run('/subscribe', { topic: 'diffusion models' }),
    manager.run('/digest status'),
  ];
  for (const answer of await Promise.all(asked)) expect((await answer.answered()).content).toContain(rebuilt);
});

it('rebuilds the index in the background, and logs how far it is', async () => {
  const { friday, running } = await updatedBot();
  await running.app.wake();
  expect(friday.events('index.begun')).toMatchObject([{ papers: 110, share: 0 }]);
  expect(friday.events('index.progress').map(({ share }) => share)).toEqual([0.18, 0.36, 0.54, 0.72, 0.9]);
  expect(friday.events('index.done')).toMatchObject([{ papers: 110 }]);
  const answer = await (await running.manager.run('/papers search', { query: 'diffusion' })).answered();
  expect(answer.content).toMatch(/^110 papers on \*\*diffusion\*\*/);
  await running.app.wake();
  expect(friday.events('index.begun')).toHaveLength(1);
});

it('posts the whole digest while the index is empty', async () => {
  const { friday, running } = await updatedBot();
  // The digest is planned and delivered before the index gets its first turn.
  await friday.wakeAfter(2 * hourMs);
  expect(running.postedIds()).toHaveLength(10);
  expect(friday.events('digest.planned')).toMatchObject([{ announced: 110, matched: 110, shown: 10 }]);
});

it('continues the index after a stop in the middle', async () => {
  const { friday, running } = await updatedBot();
  await running.app.store.indexSome();
  await running.restart();
  await running.app.wake();
  expect(friday.events('index.begun')).toMatchObject([{ share: 0.18 }]);
  expect(await running.app.store.indexing()).toBeNull();
});

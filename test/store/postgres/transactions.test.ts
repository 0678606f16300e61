import { describe, expect, it } from 'vitest';
import { watchOutages } from '../../../src/store/postgres/outage.ts';
import { type TransactionOptions, transactionsOf } from '../../../src/store/postgres/transactions.ts';
import { atOnce } from '../../../src/store/sql/at-once.ts';
import { conflict, lost, type ScriptedClient, scriptedClient } from './scripted-client.ts';

const begin = 'begin isolation level serializable';
const beginReading = 'begin isolation level repeatable read read only';

function arranged(options: Partial<TransactionOptions> = {}) {
  const client = scriptedClient();
  const told: string[] = [];
  const outage = watchOutages((state, reason) => void told.push(`${state}: ${reason}`));
  const transact = transactionsOf({ client, place: 'db.example:5432/paperboy', outage, patienceMs: 100, ...options });
  const verb = async (): Promise<string> => {
    await client.run({ text: 'work' });
    return 'done';
  };
  return { client, told, transact, verb };
}

const times = ({ said }: ScriptedClient, text: string): number => said.filter((each) => each === text).length;

describe('a transaction of PostgreSQL', () => {
  it('connects once, and begins and commits each verb', async () => {
    const { client, told, transact, verb } = arranged();
    expect(await transact('writing', verb)).toBe('done');
    await transact('reading', verb);
    expect(client.said).toEqual(['connect', begin, 'work', 'commit', beginReading, 'work', 'commit']);
    expect(told).toEqual([]);
  });

  it('is rolled back if the verb fails, and the connection is kept', async () => {
    const { client, transact } = arranged();
    await expect(transact('writing', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(client.said).toEqual(['connect', begin, 'rollback']);
  });

  it('ends the connection if it cannot be rolled back', async () => {
    const { client, transact } = arranged();
    client.failNext('rollback', new Error('odd'));
    await expect(transact('writing', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(client.said.at(-1)).toBe('close');
  });

  it('runs again if another one got in its way, at the commit too', async () => {
    const { client, told, transact, verb } = arranged();
    client.failNext('work', conflict());
    client.failNext('commit', conflict());
    expect(await transact('writing', verb)).toBe('done');
    expect(times(client, 'work')).toBe(3);
    // A commit that failed has ended the transaction.
    expect(times(client, 'rollback')).toBe(1);
    expect(told).toEqual([]);
  });

  it('fails as busy if others get in its way for too long', async () => {
    const { transact } = arranged({ random: () => 0 });
    await expect(transact('writing', () => Promise.reject(conflict()))).rejects.toMatchObject({ code: 'busy' });
  });

  it.each(['connect', begin, 'work'])('runs again on a new connection if it lost its own at “%s”', async (text) => {
    const { client, told, transact, verb } = arranged();
    client.failNext(text, lost());
    expect(await transact('writing', verb)).toBe('done');
    expect(times(client, 'connect')).toBe(2);
    expect(times(client, 'rollback')).toBe(0);
    expect(client.said.at(-1)).toBe('commit');
    expect(told).toEqual(['lost: read ECONNRESET', 'back: read ECONNRESET']);
  });

  it('runs again if the connection was gone before the commit could be sent', async () => {
    const { client, transact, verb } = arranged();
    let tries = 0;
    const result = await transact('writing', async () => {
      await verb();
      tries += 1;
      if (tries === 1) client.drop();
      return tries;
    });
    expect(result).toBe(2);
  });

  it('is never run again if it lost its connection during the commit, because it may have happened', async () => {
    const { client, told, transact, verb } = arranged();
    client.failNext('commit', lost());
    await expect(transact('writing', verb)).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(
        /^The connection to PostgreSQL at db\.example:5432\/paperboy .* may have happened/,
      ),
    });
    expect(times(client, 'work')).toBe(1);
    expect(told).toEqual(['lost: read ECONNRESET']);
    expect(await transact('writing', verb)).toBe('done');
    expect(told).toEqual(['lost: read ECONNRESET', 'back: read ECONNRESET']);
  });

  it('is done if it only reads, whatever becomes of its commit', async () => {
    const { client, transact, verb } = arranged();
    client.failNext('commit', lost());
    expect(await transact('reading', verb)).toBe('done');
    expect(times(client, 'work')).toBe(1);
  });

  it('is none if the verb only asks, which is run again if it lost its connection', async () => {
    const { client, told, transact, verb } = arranged();
    client.failNext('work', lost());
    expect(await transact('alone', verb)).toBe('done');
    expect(client.said).toEqual(['connect', 'work', 'close', 'connect', 'work']);
    expect(told).toEqual(['lost: read ECONNRESET', 'back: read ECONNRESET']);
  });

  it('does not go on after a failure while statements of the verb are under way', async () => {
    const { client, transact, verb } = arranged();
    const later = Promise.withResolvers<void>();
    const failing = transact('writing', async () => {
      const slow = later.promise.then(verb);
      return await atOnce([slow, Promise.reject(new Error('no'))]);
    });
    setImmediate(later.resolve);
    await expect(failing).rejects.toThrow('no');
    expect(client.said).toEqual(['connect', begin, 'work', 'rollback']);
  });

  it('gives up in time if there is no server, and tells it once', async () => {
    const { client, told, transact, verb } = arranged();
    for (let attempt = 0; attempt < 100; attempt += 1) client.failNext('connect', lost());
    const since = performance.now();
    const error = { code: 'unreachable', message: expect.stringContaining('nothing was changed') };
    await expect(transact('writing', verb)).rejects.toMatchObject(error);
    expect(times(client, 'connect')).toBeGreaterThan(1);
    // A verb that comes later waits as long, and one that has waited already does not wait again.
    await expect(transact('writing', verb)).rejects.toMatchObject(error);
    expect(performance.now() - since).toBeLessThan(2_000);
    expect(told).toEqual(['lost: read ECONNRESET']);
  });

  it('does not take what was rolled back for done', async () => {
    const client = scriptedClient();
    const run = client.run.bind(client);
    const aborted = {
      ...client,
      run: async (statement: { readonly text: string }) => ({
        ...(await run(statement)),
        command: statement.text === 'commit' ? 'ROLLBACK' : 'SELECT',
      }),
    };
    const transact = transactionsOf({ client: aborted });
    await expect(transact('writing', async () => 'done')).rejects.toThrow('nothing was changed');
  });
});

import { describe, expect, it } from 'vitest';
import { watchOutages } from '../../../src/store/postgres/outage.ts';
import { openSessions } from '../../../src/store/postgres/sessions.ts';
import type { Connection } from '../../../src/store/sql/connection.ts';
import { lost, type ScriptedClient, scriptedClient } from './scripted-client.ts';

interface Verbs {
  readonly connection: Connection;
  readonly number: number;
}

function arranged(atMost = 2) {
  const clients: ScriptedClient[] = [];
  const sessions = openSessions<Verbs>({
    makeClient: () => {
      const client = scriptedClient();
      clients.push(client);
      return client;
    },
    verbsOf: (connection) => ({ connection, number: clients.length }),
    place: 'db.example:5432/paperboy',
    outage: watchOutages(),
    atMost,
    patienceMs: 100,
  });
  return { clients, sessions };
}

/** A verb that runs until it is ended. */
function longVerb() {
  const ended = Promise.withResolvers<void>();
  const started = Promise.withResolvers<number>();
  const verb = async ({ connection, number }: Verbs): Promise<number> =>
    await connection.atomic(async () => {
      started.resolve(number);
      await ended.promise;
      return number;
    })();
  return { verb, started: started.promise, end: ended.resolve };
}

describe('sessions', () => {
  it('are opened when they are needed, and the last one is used again', async () => {
    const { clients, sessions } = arranged();
    expect(clients).toHaveLength(0);
    const verb = longVerb();
    const first = sessions.run(verb.verb);
    expect(await verb.started).toBe(1);
    expect(await sessions.run(async ({ number }) => number)).toBe(2);
    expect(await sessions.run(async ({ number }) => number)).toBe(2);
    verb.end();
    expect(await first).toBe(1);
    expect(await sessions.run(async ({ number }) => number)).toBe(1);
    expect(clients).toHaveLength(2);
  });

  it('run one verb at a time each, and others wait in the order of their calls', async () => {
    const { clients, sessions } = arranged(1);
    const [one, two, three] = [longVerb(), longVerb(), longVerb()];
    const order: string[] = [];
    const results = [one, two, three].map((verb, index) =>
      sessions.run(verb.verb).then(() => void order.push(`verb ${index + 1}`)),
    );
    await one.started;
    three.end();
    two.end();
    one.end();
    await Promise.all(results);
    expect(order).toEqual(['verb 1', 'verb 2', 'verb 3']);
    expect(clients).toHaveLength(1);
  });

  it('are free again after a verb that failed', async () => {
    const { sessions } = arranged(1);
    await expect(sessions.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await sessions.run(async () => 'done')).toBe('done');
  });

  it('make another connection after they lost theirs', async () => {
    const { clients, sessions } = arranged(1);
    const verb = async ({ connection }: Verbs) => await connection.atomic(async () => 'done')();
    await sessions.run(verb);
    clients[0]?.drop();
    expect(await sessions.run(verb)).toBe('done');
    clients[0]?.failNext('begin isolation level serializable', lost());
    expect(await sessions.run(verb)).toBe('done');
    expect(clients).toHaveLength(1);
    expect(clients[0]?.said.filter((text) => text === 'connect')).toHaveLength(3);
  });

  it('end after the verbs that run and wait, and take no more', async () => {
    const { clients, sessions } = arranged(1);
    const [running, waiting] = [longVerb(), longVerb()];
    const results = [sessions.run(running.verb), sessions.run(waiting.verb)];
    await running.started;
    const ended = sessions[Symbol.asyncDispose]();
    await expect(sessions.run(async () => 'late')).rejects.toMatchObject({ code: 'closed' });
    expect(clients[0]?.said).not.toContain('close');
    running.end();
    waiting.end();
    await ended;
    expect(await Promise.all(results)).toEqual([1, 1]);
    expect(clients[0]?.said.at(-1)).toBe('close');
  });
});

import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { yieldTurn } from '../src/cooperate.ts';
import { createLog } from '../src/log.ts';

const canary = 'MTIzNDU2.canary.dG9rZW4';

async function logged(format: 'json' | 'pretty', write: (log: Awaited<ReturnType<typeof createLog>>) => void) {
  let text = '';
  const destination = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  write(await createLog({ level: 'info', format, secrets: [canary, ''], destination }));
  await yieldTurn();
  return text;
}

describe('the log', () => {
  it.each(['json', 'pretty'] as const)('never writes the token, wherever it is (%s)', async (format) => {
    const text = await logged(format, (log) => {
      const error = new Error(`login with ${canary} failed`, { cause: new Error(`Authorization: Bot ${canary}`) });
      log.error({ event: 'test', err: error, deep: { er: { still: [canary] } } }, `token ${canary}`);
    });
    expect(text).toContain('[secret]');
    expect(text).not.toContain(canary);
  });

  it('writes one JSON object for each line, with the event and its ids', async () => {
    const text = await logged('json', (log) => log.info({ event: 'pull.done', source: 'arxiv' }, 'done'));
    expect(JSON.parse(text)).toMatchObject({ level: 'info', event: 'pull.done', source: 'arxiv', msg: 'done' });
  });

  it('has no colours without a terminal', async () => {
    const text = await logged('pretty', (log) => log.info({ event: 'test' }, 'hello'));
    expect(text).toContain('hello');
    expect(text).not.toContain('\u001b');
  });
});

import { describe, expect, it } from 'vitest';
import { yieldTurn } from '../../src/cooperate.ts';
import type { Forecast } from '../../src/store/store.ts';
import { dayMs } from '../../src/time.ts';
import { presets } from '../../src/topics/presets.ts';
import { createPresetVolumes } from '../../src/use-cases/measure-preset-volumes.ts';
import { createKeptLog } from '../support/bot.ts';

const forecastOf = (papersPerDay: number, daysCovered = 30): Forecast => ({
  daysCovered,
  matchedCount: papersPerDay * daysCovered,
  papersPerDay,
  examples: [],
});

/** Volumes over a store with prepared answers and a clock that is set by hand. */
function measuring(answer: () => Promise<Forecast>) {
  const asked: string[] = [];
  let now = 0;
  const stopping = new AbortController();
  const log = createKeptLog();
  const volumes = createPresetVolumes({
    store: {
      forecast(topic) {
        asked.push(topic.canonical);
        return answer();
      },
    },
    clock: () => now,
    log,
    signal: stopping.signal,
  });
  const pass = (ms: number) => {
    now += ms;
  };
  return { asked, log, stopping, volumes, pass };
}

describe('volumes of presets', () => {
  it('do not block, and are there once they are measured', async () => {
    const { volumes, asked } = measuring(async () => forecastOf(7));
    expect(volumes().size).toBe(0);
    await yieldTurn();
    expect(volumes().size).toBe(presets.length);
    expect(volumes().get('Exoplanets')).toBe(7);
    expect(asked).toEqual(presets.map(({ topic }) => topic));
  });

  it('ask the store for one forecast at a time', async () => {
    const first = Promise.withResolvers<Forecast>();
    const { volumes, asked } = measuring(() => first.promise);
    volumes();
    volumes();
    await yieldTurn();
    expect(asked).toHaveLength(1);
  });

  it('are measured again after a day, and the old ones are shown meanwhile', async () => {
    let papersPerDay = 7;
    const { volumes, asked, pass } = measuring(async () => forecastOf(papersPerDay));
    volumes();
    await yieldTurn();
    pass(dayMs - 1);
    volumes();
    await yieldTurn();
    expect(asked).toHaveLength(presets.length);
    pass(1);
    papersPerDay = 8;
    expect(volumes().get('Exoplanets')).toBe(7);
    await yieldTurn();
    expect(volumes().get('Exoplanets')).toBe(8);
  });

  it('are not guessed while nothing is stored, and are measured again a minute later', async () => {
    let days = 0;
    const { volumes, asked, pass } = measuring(async () => forecastOf(0, days));
    volumes();
    await yieldTurn();
    expect(asked).toHaveLength(1);
    days = 1;
    volumes();
    await yieldTurn();
    expect(asked).toHaveLength(1);
    pass(60_000);
    volumes();
    await yieldTurn();
    expect(volumes().get('Exoplanets')).toBe(0);
  });

  it('are missing if the store fails, which is logged', async () => {
    const { volumes, log } = measuring(() => Promise.reject(new Error('disk full')));
    volumes();
    await yieldTurn();
    expect(volumes().size).toBe(0);
    expect(log.lines).toMatchObject([{ level: 'warn', event: 'presets.unmeasured' }]);
  });

  it('stop with the app, and do not log that the store is closed', async () => {
    const { volumes, asked, log, stopping } = measuring(async () => {
      stopping.abort();
      throw new Error('the store is closed');
    });
    volumes();
    await yieldTurn();
    expect(volumes().size).toBe(0);
    expect(asked).toHaveLength(1);
    expect(log.lines).toEqual([]);
  });
});

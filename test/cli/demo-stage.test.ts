import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleSources } from '../../src/cli/demo-sources.ts';
import type { DemoStage } from '../../src/cli/demo-stage.ts';
import { utcDate } from '../../src/time.ts';
import { type DemoPage, startDemoPage } from '../playground/page/demo-page.ts';

let demo: DemoPage;
let stage: DemoStage;

const patient = { timeout: 60_000, interval: 100 };
/** The dates of the channel's digests, in order. */
const digests = () =>
  stage.discord
    .messages(stage.channelId)
    .flatMap(({ content }) => /Papers for \w+ (\d+) June/.exec(content)?.[1] ?? [])
    .filter((date, place, all) => all.indexOf(date) === place);
const states = async () => (await stage.inside()).deliveries.map(({ state }) => state);

// Starting a demo takes long, so one demo goes through all of it, in order.
describe('the demo', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    // The internet has no papers of the days to come.
    demo = await startDemoPage(async (config, now) => ({
      ...(await sampleSources(config, now)),
      lastDay: utcDate(now),
    }));
    stage = demo.stage;
    stage.run();
  }, 240_000);
  afterAll(() => demo[Symbol.asyncDispose]());

  it('waits while Discord refuses messages, and posts them afterwards; its papers are the sample’s from then on', async () => {
    await stage.setTrouble('rate-limited', true, stage.channelId);
    await stage.pass('next-digest');
    expect(digests()).toEqual(['12']);
    expect(await states()).not.toContain('sent');
    expect((await stage.inside()).papers).toContain('invented');
    expect(stage.sources().lastDay).toBeNull();
    await stage.setTrouble('rate-limited', false, stage.channelId);
    await expect.poll(digests, patient).toEqual(['12', '13']);
  });

  it('keeps a digest for a channel in which the bot may not write, and posts it when it may', async () => {
    await stage.setTrouble('permission', true, stage.channelId);
    await stage.pass('tomorrow');
    expect((await stage.inside()).channels[0]?.state).toContain('blocked');
    expect(digests()).toEqual(['12', '13']);
    await stage.setTrouble('permission', false, stage.channelId);
    await expect.poll(digests, patient).toEqual(['12', '13', '14']);
  });

  it('continues after a source was down', async () => {
    await stage.setTrouble('source-down', true, stage.channelId);
    await stage.pass('tomorrow');
    expect((await stage.inside()).listings[0]?.state).toBe('failed');
    await stage.setTrouble('source-down', false, stage.channelId);
    await stage.pass('tomorrow');
    expect(digests().at(-1)).toBe('16');
  });

  it('brings a digest on each day of a week', async () => {
    await stage.pass('week');
    expect(digests().slice(-7)).toEqual(['17', '18', '19', '20', '21', '22', '23']);
    expect(new Set(await states())).toEqual(new Set(['sent']));
    expect(stage.discord.violations).toEqual([]);
  });

  it('moves no time for channels without topics', async () => {
    const now = stage.now();
    const [lab] = stage.world.guilds;
    for (const { id, guildId } of await stage.store.subscriptions(lab?.id ?? '')) {
      await stage.store.unsubscribe(guildId, id, now);
    }
    await stage.pass('next-digest');
    expect(stage.now() - now).toBeLessThan(60_000);
    expect((await stage.inside()).doing).toContain('No digest is due');
  });
});

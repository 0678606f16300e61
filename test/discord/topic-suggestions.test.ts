import { describe, expect, it } from 'vitest';
import { presets } from '../../src/topics/presets.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const suggested = (typed: string) => bot.manager.complete('/subscribe', 'topic', typed);
const namesFor = async (typed: string) => (await suggested(typed)).map(({ name }) => name);

/** The volumes of all presets are measured in sequence, which takes long on a busy machine. */
const patience = { timeout: 15_000 };

describe('suggestions for a topic', () => {
  it('are the server’s topics and then presets of all fields if nothing is typed', async () => {
    await bot.subscribe('zebrafish');
    const [first, ...others] = await suggested('');
    expect(first).toEqual({ name: 'zebrafish', value: 'zebrafish' });
    expect(others).toHaveLength(24);
    const fieldsShown = others
      .slice(0, 10)
      .map(({ value }) => presets.find(({ topic }) => topic === value)?.field ?? 'none');
    expect(new Set(fieldsShown)).toEqual(new Set(presets.map(({ field }) => field)));
  });

  it.each([
    ['agents', 'LLM agents'],
    ['llm ag', 'LLM agents'],
    ['black h', 'Black holes'],
    ['astro', 'Exoplanets'],
    ['gnn', 'Graph neural networks'],
    ['econom', 'Econometrics'],
  ])('for “%s” have the typed text first, and then %s', async (typed, name) => {
    const names = await namesFor(typed);
    expect(names[0]).toBe(typed);
    expect(names).toContain(name);
  });

  it('have presets with that name before those that only contain the word', async () => {
    const names = await namesFor('diffusion');
    expect(names[1]).toBe('Diffusion models');
    expect(names).toContain('Video generation');
  });

  it('have a category by its id and by its name, without presets of that category', async () => {
    expect((await suggested('cat:cs.lg'))[1]).toEqual({ name: 'cat:cs.LG (Machine Learning)', value: 'cat:cs.LG' });
    expect(await namesFor('algebraic topology')).toContain('cat:math.AT (Algebraic Topology)');
  });

  it('have a topic of the server once, even if it is a preset', async () => {
    const topic = presets[0]?.topic ?? '';
    await bot.subscribe(topic);
    expect((await suggested('llm agents')).filter(({ value }) => value === topic)).toHaveLength(1);
    expect((await suggested('')).filter(({ value }) => value === topic)).toHaveLength(1);
  });

  it('show the volume of a preset once it is known, and never wait for it', async () => {
    const papers = Array.from({ length: 31 }, (_, index) =>
      inventPaper({ id: `2606.${String(index + 1).padStart(5, '0')}`, abstract: 'An LLM, and a Gaussian splatting.' }),
    );
    await bot.announce(papers);
    expect(await namesFor('splat')).toEqual(['splat', '3D reconstruction']);
    await expect.poll(() => namesFor('splat'), patience).toEqual(['splat', '3D reconstruction · about 31 a day']);
    await expect.poll(() => namesFor('exoplanet'), patience).toEqual(['exoplanet', 'Exoplanets · fewer than 1 a week']);
  });

  it('become ordinary text: a preset is subscribed and changed like any topic', async () => {
    const chosen = (await suggested('exoplanet')).find(({ name }) => name.startsWith('Exoplanets'));
    const preview = await bot.manager.run('/subscribe', { topic: String(chosen?.value) });
    expect(preview.content).toContain('exoplanet OR "hot jupiter"');
    const form = await bot.manager.press(preview, 'Edit');
    const edited = await bot.manager.submit(form, { topic: `(${chosen?.value}) title:atmosphere` });
    await bot.manager.press(edited, 'Subscribe');
    const [subscription] = await bot.store.subscriptions(bot.guildId);
    expect(subscription?.topic).toMatch(/^\(exoplanet OR .*\) title:atmosphere$/);
  });

  it('are not needed: the typed name of a preset is a topic of its words', async () => {
    const preview = await bot.manager.run('/subscribe', { topic: 'LLM agents' });
    expect(preview.content).toContain('**llm agents**');
  });
});

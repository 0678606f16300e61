import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { body, status } from '../sources/fixture-server.ts';
import { type InventedArxiv, inventItems, startInventedArxiv } from '../support/invented-arxiv.ts';
import { type RunningApp, runApp } from './running-app.ts';

const tuesday = '2026-03-10';
const wednesday = '2026-03-11';
const thursday = '2026-03-12';
const kettles = inventItems(4, '2603', 11, 'kettles', 'cs.CL');
const mirrors = inventItems(5, '2603', 21, 'mirrors', 'cs.CV');

let arxiv: InventedArxiv;
let running: RunningApp;
beforeEach(async () => {
  arxiv = await startInventedArxiv(tuesday);
  arxiv.announce(tuesday, [...inventItems(3, '2603', 1, 'kites'), ...inventItems(1, '2603', 9, 'kites', 'cs.CV')]);
  running = await runApp({
    sourcesUrl: arxiv.url,
    now: Date.parse(`${tuesday}T10:00Z`),
    categories: ['cs.CL', 'cs.CV'],
    config: { sources: ['arxiv'] },
  });
  await running.app.wake();
});
afterEach(async () => {
  expect(running.discord.violations).toEqual([]);
  await running[Symbol.asyncDispose]();
  await arxiv[Symbol.asyncDispose]();
});

async function at(time: string): Promise<void> {
  running.setTime(Date.parse(time));
  await running.app.wake();
}
async function subscribe(topic: string): Promise<void> {
  const preview = await running.manager.run('/subscribe', { topic });
  await running.manager.press(await preview.answered(), 'Subscribe');
}
const digestOf = (date: string) =>
  running.discord.messages(running.channelId).find(({ content }) => content.includes(`## Papers for ${date}`));
const shown = (date: string) => (digestOf(date)?.embeds ?? []).map(({ url }) => url?.split('/').at(-1)).toSorted();
const panel = async () => (await running.manager.run('/digest status')).content;
const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
function publish(day: string, ...items: readonly (typeof kettles)[number][]): void {
  arxiv.announce(day, items);
  arxiv.setDay(day);
}

describe('the digest of 09:00, when one request of arXiv fails', () => {
  beforeEach(() => publish(wednesday, ...kettles, ...mirrors));

  it('does not wait, says which category was not read, and has its papers the next day, marked late', async () => {
    await subscribe('cat:cs.CL OR cat:cs.CV');
    arxiv.breakDown('/rss/cs.CV', status(500));
    arxiv.breakDown('/api/query', status(503));
    await at(`${wednesday}T09:00Z`);
    expect(shown('Wednesday 11 March 2026')).toEqual(idsOf(kettles));
    expect(digestOf('Wednesday 11 March 2026')?.content).toContain(
      'cs.CL 4 of 4 announced, 4 matched · cs.CV not read, 0 matched',
    );
    expect(await panel()).toContain('arXiv: **partial** Wednesday 11 March 2026');
    expect(await panel()).toContain('cs.CV not read: arXiv answered 500');
    arxiv.breakDown('/rss/cs.CV', null);
    arxiv.breakDown('/api/query', null);
    await at(`${wednesday}T09:06Z`);
    publish(thursday, ...inventItems(1, '2603', 61, 'kettles'));
    await at(`${thursday}T09:00Z`);
    expect(shown('Thursday 12 March 2026')).toEqual([...idsOf(mirrors), '2603.00061']);
    expect(digestOf('Thursday 12 March 2026')?.content).toContain('5 papers are late');
  });

  it('has the papers of that category from the search', async () => {
    await subscribe('cat:cs.CV');
    arxiv.breakDown('/rss/cs.CV', body('<html><body>Oops & so on'));
    await at(`${wednesday}T09:00Z`);
    expect(shown('Wednesday 11 March 2026')).toEqual(idsOf(mirrors));
    expect(digestOf('Wednesday 11 March 2026')?.content).toContain('cs.CV not read, 5 found by search, 5 matched');
  });

  it('is not called quiet where nothing else matches', async () => {
    await subscribe('cat:cs.CV');
    arxiv.breakDown('/rss/cs.CV', status(500));
    arxiv.breakDown('/api/query', status(503));
    await at(`${wednesday}T09:00Z`);
    expect(await panel()).toContain('Wednesday 11 March 2026: **stale**, 4 announced, cs.CV not read, 0 matched');
  });

  it('has every paper of a feed with a bare & in one item, and of all others', async () => {
    await subscribe('cat:cs.CL OR cat:cs.CV');
    const [first, ...others] = mirrors;
    publish(
      wednesday,
      ...kettles,
      { id: '2603.00021', categories: ['cs.CV'], ...first, title: 'R&D p < 0.05' },
      ...others,
    );
    arxiv.breakDown('/api/query', status(503));
    await at(`${wednesday}T09:00Z`);
    expect(shown('Wednesday 11 March 2026')).toEqual([...idsOf(kettles), ...idsOf(mirrors)]);
    expect(
      digestOf('Wednesday 11 March 2026')
        ?.embeds?.map(({ title }) => title)
        .join(),
    ).toMatch(/R&D p \\?< 0\.05/);
  });
});

describe('a new installation, whose database does not know yet what is usual', () => {
  const whole = inventItems(51, '2603', 101, 'mirrors', 'cs.CV');
  beforeEach(async () => {
    await subscribe('cat:cs.CV');
    publish(wednesday, ...whole);
    arxiv.showInstead(whole.slice(0, 17));
  });

  it('asks the search about a feed that was cut to a third, and completes it', async () => {
    await at(`${wednesday}T08:30Z`);
    expect(await panel()).toContain('its announcement lacked 34 papers that its search finds');
    await at(`${wednesday}T09:00Z`);
    expect(digestOf('Wednesday 11 March 2026')?.content).toContain('cs.CV 51 of 51 announced, 51 matched');
  });

  it('says that the feed was not checked where the search cannot be asked', async () => {
    arxiv.breakDown('/api/query', status(503));
    await at(`${wednesday}T09:00Z`);
    expect(digestOf('Wednesday 11 March 2026')?.content).toContain(
      'cs.CV 17 of 17 announced (not checked), 17 matched',
    );
    expect(await panel()).toContain('cs.CV 17 of 17 announced (not checked), 17 matched');
    expect(await panel()).toContain(
      'not checked: its usual number of papers is not known yet; the check failed: arXiv answered 503',
    );
  });

  it('says so too where the search finds far fewer papers than the feed', async () => {
    arxiv.setApiDay(tuesday);
    await at(`${wednesday}T09:00Z`);
    expect(digestOf('Wednesday 11 March 2026')?.content).toContain('cs.CV 17 of 17 announced (not checked)');
    expect(await panel()).toContain('its search finds no papers of this day');
  });
});

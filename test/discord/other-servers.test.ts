import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullListing } from '../../src/jobs/pull.ts';
import type { SourceSet } from '../../src/sources/registry.ts';
import { dayMs } from '../../src/time.ts';
import { sourcesAt } from '../sources/contract.ts';
import { body, type FixtureServer, fixture, startFixtureServer, status } from '../sources/fixture-server.ts';
import { type BotUnderTest, startBot } from '../support/bot.ts';
import { answerLikeCrossref } from '../support/crossref-server.ts';
import { inventPaper } from '../support/invented-papers.ts';

const gulls = '10.64898/2026.03.09.700303';
const preprints = fixture('preprints.json').replaceAll(/"date": "[^"]*"/g, '"date": "2026-06-12"');
const articles = fixture('journal-articles.json').replaceAll('"2026-03-10T', '"2026-06-12T');

let server: FixtureServer;
let sources: SourceSet;
let bot: BotUnderTest;

beforeEach(async () => {
  server = await startFixtureServer();
  server.answer((seen, response) => {
    if (seen.url?.startsWith('/details/biorxiv/2026-')) return body(preprints)(seen, response);
    if (seen.url?.startsWith('/works?')) return body(articles)(seen, response);
    return status(404)(seen, response);
  });
  sources = sourcesAt(server.url, { deadlineMs: 5_000 });
  bot = await startBot({ sources: sources.list.filter(({ id }) => id !== 'arxiv') });
});
afterEach(async () => {
  expect(bot.discord.violations).toEqual([]);
  await bot[Symbol.asyncDispose]();
  await sources[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

async function pull(id: string): Promise<void> {
  const source = sources.find(id);
  if (source === undefined) throw new Error(`no source ${id}`);
  const tools = { store: bot.store, clock: bot.now, log: bot.log };
  const request = { date: '2026-06-12', isExact: true };
  expect(await pullListing(source, request, tools, new AbortController().signal)).toMatchObject({ outcome: 'pulled' });
}

const cards = () => bot.discord.messages(bot.channelId).flatMap(({ embeds }) => embeds);
const why = async (paper: string) => (await bot.manager.run('/digest why', { paper })).content;

/** A day later, no digest waits any longer. */
async function nextDay(): Promise<void> {
  bot.pass(dayMs);
  await bot.wake();
  bot.pass(15 * 60_000);
  await bot.wake();
}

describe('a preprint of bioRxiv', () => {
  it('comes to channels that follow its subject area, with its page, and is found by its DOI', async () => {
    await bot.subscribe('cat:biorxiv/zoology');
    await pull('biorxiv');
    await nextDay();
    expect(cards()).toHaveLength(1);
    expect(cards()[0]).toMatchObject({
      title: 'Gulls prefer the second bucket',
      url: `https://www.biorxiv.org/content/${gulls}v1`,
      footer: { text: `biorxiv/zoology · bioRxiv ${gulls}` },
    });
    expect(cards()[0]?.description).toContain('Ł. Śnieg and H. Li');
    const shown = await bot.manager.run('/papers show', { paper: `https://www.biorxiv.org/content/${gulls}v1.full` });
    expect(shown.embeds[0]).toMatchObject({ title: 'Gulls prefer the second bucket' });
    const reply = await bot.manager.run('/digest why', { paper: `doi:${gulls}` });
    expect(reply.content).toMatch(/^This paper was posted in the digest of /);
    expect(reply.embeds[0]?.description).toContain('Listed by bioRxiv on Friday 12 June 2026 (new)');
  });

  it('is not posted again once arXiv states its DOI, and its trail leads to the message under either id', async () => {
    await bot.subscribe('gulls');
    await pull('biorxiv');
    await nextDay();
    expect(cards()).toHaveLength(1);
    await bot.announce([inventPaper({ id: '2606.00077', title: 'Gulls and buckets', doi: gulls })]);
    await nextDay();
    expect(cards()).toHaveLength(1);
    const [message] = bot.discord.messages(bot.channelId);
    for (const id of ['2606.00077', gulls]) {
      expect(await why(id)).toContain(`https://discord.com/channels/${bot.guildId}/${bot.channelId}/${message?.id}`);
    }
    const shown = await bot.manager.run('/papers show', { paper: gulls });
    expect(shown.embeds[0]).toMatchObject({
      url: 'https://arxiv.org/abs/2606.00077',
      footer: { text: 'cs.LG, biorxiv/zoology · arXiv 2606.00077' },
    });
  });

  it('that no source has is unknown', async () => {
    server.answer((seen, response) =>
      body('{"messages":[{"status":"no posts found"}],"collection":[]}')(seen, response),
    );
    const reply = await bot.manager.run('/papers show', { paper: '10.1101/2026.06.01.999999' });
    expect(reply.content).toContain('I do not know the paper `10.1101/2026.06.01.999999`');
  });
});

describe('an article of a journal', () => {
  it('is the same paper as the preprint that it names, and links to its own page if it names none', async () => {
    await bot.subscribe('salt OR gulls');
    await pull('biorxiv');
    await pull('crossref');
    await nextDay();
    const urls = cards().map(({ url }) => url);
    expect(urls.toSorted()).toEqual([
      'https://doi.org/10.5555/beaches.2026.8',
      `https://www.biorxiv.org/content/10.1101/2026.02.01.600202v2`,
      `https://www.biorxiv.org/content/${gulls}v1`,
    ]);
    const article = cards().find(({ url }) => url?.startsWith('https://doi.org/'));
    expect(article).toMatchObject({ footer: { text: 'doi 10.5555/beaches.2026.8' } });
  });

  it('comes to channels that follow only journals', async () => {
    await bot.subscribe('source:crossref gulls');
    await pull('biorxiv');
    await pull('crossref');
    await nextDay();
    expect(cards().map(({ url }) => url)).toEqual(['https://doi.org/10.5555/beaches.2026.8']);
  });
});

describe('a preprint of a server that Crossref has', () => {
  it('comes to channels that follow its server or its area, and becomes one paper with its article', async () => {
    const works = JSON.parse(fixture('posted-content.json').replaceAll('"2026-03-10T', '"2026-06-12T')).message.items;
    server.answer(answerLikeCrossref(works));
    await bot.subscribe('source:chemrxiv');
    await bot.subscribe('cat:ssrn/* sand');
    await pull('preprint-servers');
    await nextDay();
    const shownCards = cards().map(({ url, footer }) => [url, footer?.text]);
    expect(shownCards.toSorted()).toEqual([
      ['https://doi.org/10.2139/ssrn.7000002', 'ssrn · SSRN 10.2139/ssrn.7000002'],
      [
        'https://doi.org/10.26434/chemrxiv-2026-tide1',
        'chemrxiv/organic-chemistry · ChemRxiv 10.26434/chemrxiv-2026-tide1',
      ],
    ]);
    expect((await bot.store.paper('10.5555/beaches.2026.11'))?.id).toBe('10.26434/chemrxiv-2026-tide1');
    const shown = await bot.manager.run('/papers show', { paper: 'https://doi.org/10.26434/chemrxiv-2026-tide1-v2' });
    expect(JSON.stringify(shown.embeds)).toContain('Foam as a slow solvent');
  });
});

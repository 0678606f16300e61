import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/playground/reply.ts';
import { createSources, type SourceSet } from '../../src/sources/registry.ts';
import { type AuthorServer, startAuthorServer } from '../support/author-server.ts';
import { type BotUnderTest, startBot } from '../support/bot.ts';
import { sourceDefaults } from '../support/source-defaults.ts';

let server: AuthorServer;
let sources: SourceSet;
let bot: BotUnderTest;
beforeAll(async () => {
  server = await startAuthorServer();
  sources = createSources({
    ...sourceDefaults,
    openAlexUrl: server.url,
    semanticScholarUrl: server.url,
    semanticScholarSpacingMs: 0,
    openAlexSpacingMs: 0,
    contact: 'host@example.org',
    openAlexKey: 'secret-key',
    version: '9.8.7',
    clock: Date.now,
  });
  bot = await startBot({ authors: sources.authors, deferAfterMs: 1_000 });
});
afterAll(async () => {
  expect(bot.discord.violations).toEqual([]);
  await bot[Symbol.asyncDispose]();
  await sources[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});
beforeEach(() => {
  server.asked.length = 0;
  server.answers.clear();
});
afterEach(() => {
  server.fault = null;
});

async function follow(author: string): Promise<Reply> {
  const reply = await bot.manager.run('/subscribe', { author });
  await bot.router.whenIdle();
  return reply.refresh();
}

const titles = ['Knowledge editing at scale', 'Benchmarks of knowledge editing', 'Seaweeds'];
const openAlexWork = (title: string, at: number) => ({
  id: `https://openalex.org/W${at}`,
  doi: at === 0 ? 'https://doi.org/10.48550/arxiv.2401.01234' : null,
  title: `<i>${title}</i>`,
  publication_year: 2026 - at,
  authorships: [{ author: { id: 'https://openalex.org/A5023888391', display_name: 'Ana Ruiz-López' } }],
  abstract_inverted_index: at === 2 ? null : { We: [0], show: [1], them: [2], 'here.': [3] },
});

function playOpenAlex(id = 'A5023888391'): void {
  server.answers.set(`/authors/${id}`, { id: 'https://openalex.org/A5023888391', display_name: 'Ana Ruiz-López' });
  server.answers.set('/works', { meta: { count: 4 }, results: [...titles.map(openAlexWork), { title: null }] });
}

describe('/subscribe author', () => {
  it('proposes a topic from the papers of OpenAlex, and offers the name instead', async () => {
    playOpenAlex();
    const preview = await follow('https://openalex.org/authors/a5023888391');
    expect(preview.content).toContain('Proposed from 3 papers by Ana Ruiz-López, as OpenAlex lists them.');
    expect(preview.content).toContain('**"knowledge editing"**');
    expect(preview.content).toContain('It finds 2 of your 3 papers.');
    expect(server.asked[1]).toContain('filter=author.id%3AA5023888391');
    expect(server.asked.every((path) => path.includes('mailto=host%40example.org&api_key=secret-key'))).toBe(true);
    expect(JSON.stringify(bot.log.lines)).not.toContain('secret-key');
    await bot.manager.press(preview, 'Follow Ana Ruiz-López instead');
    await bot.router.whenIdle();
    const instead = preview.refresh();
    expect(instead.content).toContain('**author:"ana ruiz-lopez"**');
    expect(instead.content).toContain('It finds 3 of your 3 papers.');
    expect(instead.buttons).toEqual(['Subscribe', 'Edit', 'Cancel']);
  });

  it('asks OpenAlex by an ORCID', async () => {
    playOpenAlex('orcid:0000-0002-1825-0097');
    const preview = await follow('https://orcid.org/0000-0002-1825-0097');
    expect(preview.content).toContain('Proposed from 3 papers by Ana Ruiz-López');
    expect(server.asked[0]).toMatch(/^\/authors\/orcid:0000-0002-1825-0097\?/);
  });

  it('proposes a topic from the papers of Semantic Scholar', async () => {
    server.answers.set('/graph/v1/author/1741101', { authorId: '1741101', name: 'Ana Ruiz-López' });
    const papers = titles.map((title, at) => ({
      paperId: `p${at}`,
      title,
      abstract: null,
      year: 2020 + at,
      externalIds: at === 0 ? { ArXiv: '2401.01234' } : null,
      authors: [{ authorId: '1741101', name: 'Ana Ruiz-López' }],
    }));
    server.answers.set('/graph/v1/author/1741101/papers', {
      offset: 0,
      data: [...papers, { paperId: 'p9', title: null }],
    });
    const preview = await follow('https://www.semanticscholar.org/author/Ana-Ruiz/1741101');
    expect(preview.content).toContain('Proposed from 3 papers by Ana Ruiz-López, as Semantic Scholar lists them.');
    expect(preview.content).toContain('It finds 2 of your 3 papers, mostly by their titles');
  });

  it('shows a name that would ping or format as it is', async () => {
    playOpenAlex();
    server.answers.set('/authors/A5023888391', {
      id: 'https://openalex.org/A5023888391',
      display_name: '@everyone **x**"',
    });
    const preview = await follow('A5023888391');
    expect(preview.content).toContain('by \\@everyone \\*\\*x\\*\\*", as OpenAlex');
  });
});

describe('an author whose papers cannot be had', () => {
  it.each(['nobody', '0000-0002-1825-0098', 'https://example.org/A5023888391', 'W123'])(
    '%s is refused before any service is asked',
    async (typed) => {
      expect((await follow(typed)).content).toContain('as the id of an author. Give an ORCID');
      expect(server.asked).toEqual([]);
    },
  );

  it.each(['A5023888391', '1741101'])('%s is unknown', async (id) => {
    expect((await follow(id)).content).toContain('does not know this author');
  });

  it('has no papers', async () => {
    playOpenAlex();
    server.answers.set('/works', { meta: { count: 0 }, results: [] });
    expect((await follow('A5023888391')).content).toContain('OpenAlex lists no papers by this author');
  });

  const answering =
    (status: number, body = '{}'): AuthorServer['fault'] =>
    (_request, response) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  it.each([
    ['is asked for too often', answering(429), 'has too many requests'],
    ['wants a key', answering(401), 'no valid key'],
    ['refuses the key', answering(403), 'no valid key'],
    ['is down', answering(503), 'cannot be reached'],
    ['answers with a web page', answering(200, '<html>'), 'cannot be reached'],
    ['answers something else', answering(200, '[1]'), 'cannot be reached'],
    ['sends too much', answering(200, `"${'x'.repeat(13_000_000)}"`), 'cannot be reached'],
    ['breaks off', ((_request, response) => void response.destroy()) as AuthorServer['fault'], 'cannot be reached'],
  ])('because the service %s', async (_what, fault, answer) => {
    server.fault = fault;
    const reply = await follow('A5023888391');
    expect(reply.content).toContain(answer);
    expect(reply.content).toMatch(/Reference [0-9a-f]{8}$/);
  });
});

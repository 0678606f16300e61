import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Paper } from '../src/papers/paper.ts';
import { renderFeed } from '../src/playground/sample/arxiv-feed.ts';
import { dailyPapers } from '../src/playground/sample/daily-papers.ts';
import type { Edition, EditionPaper } from '../src/playground/sample/edition.ts';
import type { LocalDate } from '../src/time.ts';

/** arXiv's feeds and Hugging Face's picks of one day, in their own formats, on loopback, without delay. */
export interface LoopbackSources extends AsyncDisposable {
  readonly url: string;
  /** Stops sending answers until `release`. */
  hold(): void;
  release(): void;
}

interface RenderedFeed {
  readonly status: number;
  readonly body: string;
  readonly etag: string;
}

/**
 * @param day the New York day that the feeds announce the papers on
 * @param picks how many of the papers Hugging Face picks on that day
 */
export async function startLoopbackSources(
  papers: readonly Paper[],
  day: LocalDate,
  picks = 0,
): Promise<LoopbackSources> {
  const listed = papers.map((paper, place) => announced(paper, day, place < picks ? picks - place : null));
  const edition: Edition = { today: day, easternToday: day, papers: listed };
  const picked = JSON.stringify(dailyPapers(edition, day));
  const feeds = new Map<string, RenderedFeed>();
  let gate = Promise.withResolvers<void>();
  gate.resolve();

  /** Rendered once, because the wait of the other process is not measured. */
  const feed = (query: string): RenderedFeed => {
    const known = feeds.get(query) ?? render(edition, query);
    feeds.set(query, known);
    return known;
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    await gate.promise;
    if (pathname.startsWith('/rss/')) sendFeed(request, response, feed(decodeURIComponent(pathname.slice(5))));
    else response.writeHead(200, { 'content-type': 'application/json' }).end(picked);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hold: () => {
      gate = Promise.withResolvers<void>();
    },
    release: () => gate.resolve(),
    async [Symbol.asyncDispose]() {
      gate.resolve();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** @param upvotes null if Hugging Face does not pick it */
function announced(paper: Paper, day: LocalDate, upvotes: number | null): EditionPaper {
  const [primary = 'cs.LG', ...others] = paper.categories;
  const { id, title, abstract, authors } = paper;
  return {
    id,
    version: 1,
    title,
    abstract,
    paper: { day: 'today', title, abstract, authors, categories: [primary, ...others] },
    arxivListing: 'new',
    listedOn: day,
    announcedOn: day,
    pick: upvotes === null ? null : { date: day, details: { upvotes, code: 'paper', summary: title } },
  };
}

function render(edition: Edition, query: string): RenderedFeed {
  const answer = renderFeed(edition, 'rss', query, edition.easternToday);
  return { ...answer, etag: `"${createHash('sha256').update(answer.body).digest('hex')}"` };
}

function sendFeed(request: IncomingMessage, response: ServerResponse, { status, body, etag }: RenderedFeed): void {
  const isKnown = request.headers['if-none-match'] === etag;
  response.writeHead(isKnown ? 304 : status, { 'content-type': 'application/rss+xml', etag });
  response.end(isKnown ? undefined : body);
}

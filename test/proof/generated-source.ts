import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalDate } from '../../src/time.ts';

/** Hugging Face on loopback, with papers that a test invents as it runs, and an arXiv that is down. */
export interface GeneratedSource extends AsyncDisposable {
  readonly url: string;
  /** Adds papers about diffusion to the day's list. @returns their ids */
  announce(date: LocalDate, count: number): readonly string[];
}

export async function startGeneratedSource(): Promise<GeneratedSource> {
  const days = new Map<LocalDate, object[]>();
  let made = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const isOurs = url.pathname === '/api/daily_papers';
    const isFirstPage = (url.searchParams.get('p') ?? '0') === '0';
    const papers = isFirstPage ? (days.get(url.searchParams.get('date') ?? '') ?? []) : [];
    response.writeHead(isOurs ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isOurs ? papers : { error: 'Service Unavailable' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    announce(date, count) {
      const ids = Array.from({ length: count }, () => `2606.${String(++made).padStart(5, '0')}`);
      days.set(date, [...(days.get(date) ?? []), ...ids.map((id) => dailyPaper(id, date))]);
      return ids;
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A paper in Hugging Face's format, with the fields that it always has. */
const dailyPaper = (id: string, date: LocalDate) => ({
  publishedAt: `${date}T00:00:00.000Z`,
  title: `Invented diffusion ${id}`,
  paper: {
    id,
    title: `Invented diffusion ${id}`,
    summary: 'We invent a paper on diffusion and find that it tests well.',
    authors: [{ _id: id, name: 'Ada Example', hidden: false }],
    publishedAt: `${date}T04:00:00.000Z`,
    submittedOnDailyAt: `${date}T06:00:00.000Z`,
    upvotes: 3,
  },
});

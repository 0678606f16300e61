import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock, Instant } from '../../../src/ports.ts';
import { addDays, type LocalDate } from '../../../src/time.ts';
import { easternDay } from './clocks.ts';
import { type AnnouncedPaper, type ReplayPlan, staleCategory, type Trouble, troubleOf } from './replay-plan.ts';
import { toFeed } from './wire.ts';

/** arXiv and Hugging Face on loopback, as they were at the clock's time. */
export interface ReplaySource extends AsyncDisposable {
  readonly url: string;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export async function startReplaySource(plan: ReplayPlan, clock: Clock): Promise<ReplaySource> {
  const server = createServer((request, response) => {
    const { status, headers, body } = withTag(answer(plan, request, clock()), request);
    response.writeHead(status, headers);
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function answer(plan: ReplayPlan, request: IncomingMessage, now: Instant): Answer {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, place = '', name = ''] = url.pathname.split('/');
  // arXiv's search, which could help with a day in doubt, is always down.
  if (url.pathname === '/api/query') return { status: 503, body: 'down' };
  const source = place === 'rss' ? 'arxiv' : 'huggingface';
  const trouble = troubleOf(plan, source, now);
  return brokenAnswer(trouble) ?? (place === 'rss' ? feed(plan, name, now, trouble) : dailyList(plan, url, now));
}

function brokenAnswer(trouble: Trouble | undefined): Answer | null {
  switch (trouble?.kind) {
    case '429':
      return { status: 429, headers: { 'content-type': 'text/html' }, body: 'Rate exceeded.' };
    case '503':
      return { status: 503, body: '<html><title>503 Service Unavailable</title></html>' };
    case 'page':
      return { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Oops</title>' };
    default:
      return null;
  }
}

function feed(plan: ReplayPlan, category: string, now: Instant, trouble: Trouble | undefined): Answer {
  const today = easternDay(now);
  const isUnrenewed = trouble?.kind === 'unrenewed';
  const isStale = trouble?.kind === 'stale' || (trouble?.kind === 'half-stale' && category === staleCategory);
  const papers = isUnrenewed || isStale ? batchBefore(plan, today) : (plan.announcements.get(today) ?? []);
  const body = rendered(papers, category, isUnrenewed ? dayBefore(plan, today) : today);
  return { status: 200, headers: { 'content-type': 'application/rss+xml' }, body };
}

const feeds = new WeakMap<readonly AnnouncedPaper[], Map<string, string>>();

/** Remembers the feed, because the same batch is requested all day. */
function rendered(papers: readonly AnnouncedPaper[], category: string, day: LocalDate): string {
  const known = feeds.get(papers) ?? new Map<string, string>();
  const body = known.get(`${category} ${day}`) ?? toFeed(papers, category, day);
  feeds.set(papers, known.set(`${category} ${day}`, body));
  return body;
}

/** The last day before with an announcement. */
const dayBefore = ({ announcements }: ReplayPlan, day: LocalDate): LocalDate =>
  [...announcements.keys()].findLast((other) => other < day) ?? addDays(day, -1);

const batchBefore = (plan: ReplayPlan, day: LocalDate): readonly AnnouncedPaper[] =>
  plan.announcements.get(dayBefore(plan, day)) ?? [];

function dailyList({ picks }: ReplayPlan, url: URL, now: Instant): Answer {
  const date = url.searchParams.get('date');
  const listed = picks.filter((step) => step.date === date && step.at <= now).flatMap(({ papers }) => papers);
  const [limit, page] = [Number(url.searchParams.get('limit') ?? 50), Number(url.searchParams.get('p') ?? 0)];
  const items = listed.slice(page * limit, (page + 1) * limit).map(({ item }) => item);
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(items) };
}

/** Adds an ETag without quotes, as arXiv does. */
function withTag(full: Answer, request: IncomingMessage): Answer {
  if (full.status !== 200) return full;
  const etag = createHash('sha256').update(full.body).digest('hex');
  const headers = { ...full.headers, etag };
  return request.headers['if-none-match'] === etag ? { status: 304, headers, body: '' } : { ...full, headers };
}

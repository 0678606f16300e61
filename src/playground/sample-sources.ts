import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addDays, isDate, type LocalDate } from '../time.ts';
import { answerQuery } from './sample/arxiv-answer.ts';
import { type FeedFormat, renderFeed } from './sample/arxiv-feed.ts';
import { authorWorks, findAuthor } from './sample/author-works.ts';
import { dailyPapers } from './sample/daily-papers.ts';
import { daysBetween, type Edition, makeEdition } from './sample/edition.ts';

/** The days and the port of the sample. */
export interface SampleSourcesOptions {
  /** The later of the sample's two days, in UTC: Hugging Face's calendar. */
  readonly today: LocalDate;
  /** The date in New York at the same moment: arXiv's calendar. By default `today`. */
  readonly easternToday?: LocalDate;
  /** Whether the sample's two days take turns after `today`; by default, later days have no papers. */
  readonly isRepeated?: boolean;
  /** A port on 127.0.0.1; by default a free one. */
  readonly port?: number;
}

/** Hugging Face, arXiv and OpenAlex on loopback, with a sample of two days in their own formats. */
export interface SampleSources extends AsyncDisposable {
  /** `http://127.0.0.1:46307`, in place of every source's address. */
  readonly url: string;
  /** Changes the day. arXiv's day follows, and the future is not served. */
  setDay(day: LocalDate): void;
  /** Whether every request is refused with 503. */
  setDown(isDown: boolean): void;
}

/**
 * Serves the bundled sample of invented papers. The day is `today` until `setDay` changes it.
 * @throws RangeError if a date is invalid
 */
export async function startSampleSources(options: SampleSourcesOptions): Promise<SampleSources> {
  const easternToday = options.easternToday ?? options.today;
  for (const date of [options.today, easternToday]) assertDate(date);
  const state = { edition: makeEdition(options.today, easternToday), day: options.today, isDown: false };
  const server = createServer((request, response) => send(request, response, answer(state, request)));
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setDay(day) {
      assertDate(day);
      state.day = day;
      if (options.isRepeated !== true) return;
      state.edition = makeEdition(options.today, easternToday, Math.max(0, daysBetween(options.today, day)));
    },
    setDown(isDown) {
      state.isDown = isDown;
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function assertDate(date: LocalDate): void {
  if (!isDate(date)) throw new RangeError(`Not a date: ${date}. Write it as YYYY-MM-DD.`);
}

interface State {
  readonly edition: Edition;
  readonly day: LocalDate;
  readonly isDown: boolean;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** arXiv's day: as far from its `today` as the current day is from Hugging Face's. */
const easternDay = ({ edition, day }: State): LocalDate =>
  addDays(edition.easternToday, daysBetween(edition.today, day));

function answer(state: State, request: IncomingMessage): Answer {
  if (state.isDown) return jsonAnswer(503, { error: 'Service unavailable' });
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
  const [, first, second, ...rest] = url.pathname.split('/').map(decodePart);
  if (request.method !== 'GET' && request.method !== 'HEAD') return jsonAnswer(405, { error: 'Method not allowed' });
  if ((first === 'atom' || first === 'rss') && second) return feedAnswer(state, first, second);
  if (first === 'api' && second === 'query') return apiAnswer(state, url.searchParams);
  if (first === 'api' && second === 'daily_papers') return dailyAnswer(state, url);
  if (first === 'api' && second === 'papers' && rest.length > 0) return paperAnswer(state, rest.join('/'));
  return openAlexAnswer(state, first, second);
}

function openAlexAnswer({ edition }: State, first = '', second = ''): Answer {
  const answer = first === 'works' ? authorWorks(edition) : first === 'authors' ? findAuthor(second) : null;
  return answer === null ? jsonAnswer(404, { error: 'Not found' }) : jsonAnswer(200, answer);
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function feedAnswer(state: State, format: FeedFormat, query: string): Answer {
  const { status, body } = renderFeed(state.edition, format, query, easternDay(state));
  const headers = { 'Content-Type': `application/${format}+xml`, 'Cache-Control': 'max-age=3600' };
  // arXiv's ETags come without quotes.
  return { status, headers: { ...headers, ETag: createHash('sha256').update(body).digest('hex') }, body };
}

function apiAnswer(state: State, params: URLSearchParams): Answer {
  const { status, body } = answerQuery(state.edition, params, easternDay(state));
  return { status, headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' }, body };
}

function dailyAnswer(state: State, url: URL): Answer {
  const date = url.searchParams.get('date') ?? state.day;
  const limit = Number(url.searchParams.get('limit') ?? 50);
  const page = Number(url.searchParams.get('p') ?? 0);
  if (!isDate(date) || date > state.day) return invalid('date', `Invalid date: ${date}`);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    return invalid('limit', 'Expected an integer from 1 to 100');
  if (!Number.isInteger(page) || page < 0) return invalid('p', 'Too small: expected number to be >=0');
  const papers = daysAskedFor(state, url.searchParams, date)
    .flatMap((one) => dailyPapers(state.edition, one))
    .sort((a, b) => b.paper.upvotes - a.paper.upvotes);
  const end = (page + 1) * limit;
  const next = new URL(url);
  next.searchParams.set('p', String(page + 1));
  const link = papers.length > end ? { Link: `<${next.href}>; rel="next"` } : {};
  return jsonAnswer(200, papers.slice(page * limit, end), link);
}

/** The days of a week or month that the sample has; otherwise the one day. */
function daysAskedFor({ day }: State, params: URLSearchParams, date: LocalDate): readonly LocalDate[] {
  const sampled = [day, addDays(day, -1)];
  const [week, month] = [params.get('week'), params.get('month')];
  if (week !== null) return sampled.filter((one) => weekOf(one) === week);
  if (month !== null) return sampled.filter((one) => one.startsWith(month));
  return [date];
}

/** `2026-W24`, as in ISO 8601: a week belongs to the year of its Thursday. */
function weekOf(date: LocalDate): string {
  const weekday = new Date(date).getUTCDay() || 7;
  const thursday = addDays(date, 4 - weekday);
  const week = Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

const invalid = (name: string, problem: string): Answer => jsonAnswer(400, { error: `✖ ${problem}\n  → at ${name}` });

/** One paper in Hugging Face's format, if it has been picked. */
function paperAnswer({ edition, day }: State, id: string): Answer {
  const found = [day, addDays(day, -1)]
    .flatMap((date) => dailyPapers(edition, date))
    .find((item) => item.paper.id === id);
  return found ? jsonAnswer(200, found.paper) : jsonAnswer(404, { error: 'Paper not found' });
}

function jsonAnswer(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  const body = JSON.stringify(value);
  const hash = createHash('sha1').update(body).digest('base64').slice(0, 27);
  const etag = `W/"${Buffer.byteLength(body).toString(16)}-${hash}"`;
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8', ETag: etag, ...headers }, body };
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  const unchanged = status === 200 && headers['ETag'] !== undefined && isKnown(request, headers['ETag']);
  response.writeHead(unchanged ? 304 : status, headers);
  response.end(unchanged ? undefined : body);
}

const isKnown = (request: IncomingMessage, etag: string): boolean =>
  (request.headers['if-none-match'] ?? '').split(',').some((known) => bareTag(known) === bareTag(etag));

const bareTag = (tag: string): string => tag.trim().replace(/^W\//, '').replaceAll('"', '');

import { request } from 'node:http';
import Connection from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hourMs } from '../../src/time.ts';
import { version } from '../../src/version.ts';
import { type Friday, startFriday } from '../app/friday.ts';
import { runApp } from '../app/running-app.ts';
import { inventItems, startInventedArxiv } from '../support/invented-arxiv.ts';
import { readMetrics } from './prometheus-text.ts';

let friday: Friday;
let url: string;
beforeEach(async () => {
  // arXiv has not succeeded on a working day without papers.
  friday = await startFriday({ config: { healthPort: 0, sources: ['huggingface'] } });
  url = String(friday.events('health.ready').at(-1)?.['url']);
});
afterEach(async () => {
  await friday[Symbol.asyncDispose]();
});

/** A page, read by a request with the exact path, which `fetch` would tidy up. */
function ask(path: string, method = 'GET'): Promise<{ status: number; text: string; type: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string; type: string }>();
  const { hostname, port } = new URL(url);
  const asking = request({ hostname, port, path, method, agent: false }, async (response) => {
    let text = '';
    for await (const chunk of response) text += chunk;
    resolve({ status: response.statusCode ?? 0, text, type: response.headers['content-type'] ?? '' });
  });
  asking.on('error', reject).end();
  return promise;
}

const metrics = async () => readMetrics((await ask('/metrics')).text);
const sample = async (name: string) => (await metrics()).samples.get(name);
const ready = async () => {
  friday.pass(10_000); // A proof that the database can be written is kept for some seconds.
  const { status, text } = await ask('/readyz');
  return { status, lines: text.trim().split('\n') };
};

const allIsWell = [
  'ok gateway: connected to Discord',
  'ok database: can be written',
  'ok pulls: every source was pulled within 36 hours',
];

describe('the health pages', () => {
  it('say that the process works', async () => {
    expect(await ask('/healthz')).toMatchObject({ status: 200, text: 'ok\n', type: 'text/plain; charset=utf-8' });
  });

  it.each(['/', '/metrics/', '/healthz/x', '//healthz', '/__proto__', '/constructor', '/..%2fmetrics'])(
    'are none at %s',
    async (path) => {
      expect(await ask(path)).toMatchObject({ status: 404, text: 'There are /healthz, /readyz, /metrics.\n' });
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuse %s', async (method) => {
    expect(await ask('/healthz', method)).toMatchObject({ status: 405 });
  });

  it('have an empty body for HEAD, and ignore a query', async () => {
    expect(await ask('/healthz', 'HEAD')).toMatchObject({ status: 200, text: '' });
    expect(await ask('/healthz?now=1')).toMatchObject({ status: 200, text: 'ok\n' });
  });

  it('are on this machine alone', () => {
    expect(new URL(url).hostname).toBe('127.0.0.1');
  });

  it('have no secret, no path and no name of a server', async () => {
    await friday.running.app.wake();
    const { discord, databasePath } = friday.running;
    const pages = (await Promise.all(['/healthz', '/readyz', '/metrics'].map((path) => ask(path)))).map(
      ({ text }) => text,
    );
    for (const secret of [discord.token, databasePath, 'Reading group']) expect(pages.join('\n')).not.toContain(secret);
  });

  it('end with the bot, and come again with it', async () => {
    await friday.running.whileStopped(() => {
      expect(friday.events('app.ready')).toHaveLength(1);
    });
    await expect(ask('/healthz')).rejects.toThrow('ECONNREFUSED');
    url = String(friday.events('health.ready').at(-1)?.['url']);
    expect(await ask('/healthz')).toMatchObject({ status: 200 });
  });
});

describe('the bot is ready', () => {
  it('once every source was pulled', async () => {
    expect(await ready()).toMatchObject({
      status: 503,
      lines: [...allIsWell.slice(0, 2), 'fail pulls: Hugging Face Daily Papers was never pulled'],
    });
    await friday.running.app.wake();
    expect(await ready()).toEqual({ status: 200, lines: allIsWell });
  });

  it('unless the last pull is old', async () => {
    await friday.running.app.wake();
    friday.pass(37 * hourMs - 10_000);
    const { status, lines } = await ready();
    expect(status).toBe(503);
    expect(lines[2]).toBe('fail pulls: Hugging Face Daily Papers was last pulled 37 h ago');
    await friday.running.app.wake();
    expect(await ready()).toMatchObject({ status: 200 });
  });

  it('unless the gateway is broken', async () => {
    await friday.running.app.wake();
    friday.running.discord.setOutage(true);
    await expect.poll(async () => (await ready()).lines[0]).toBe('fail gateway: not connected to Discord');
    expect((await ready()).status).toBe(503);
    expect(await sample('paperboy_gateway_connected')).toBe(0);
    expect((await ask('/healthz')).status).toBe(200);
    friday.running.discord.setOutage(false);
    await expect.poll(async () => (await ready()).status, { timeout: 15_000 }).toBe(200);
    expect(await sample('paperboy_gateway_connected')).toBe(1);
  });

  it('unless another program holds the database', async () => {
    await friday.running.app.wake();
    using other = new (class extends Connection {
      [Symbol.dispose]() {
        this.close();
      }
    })(friday.running.databasePath);
    other.exec('begin immediate');
    const { status, lines } = await ready();
    expect(status).toBe(503);
    expect(lines[1]).toBe('fail database: cannot be written: another program holds it');
    expect((await metrics()).samples.size).toBeGreaterThan(20);
    other.exec('rollback');
    expect(await ready()).toEqual({ status: 200, lines: allIsWell });
  });
});

describe('the metrics', () => {
  it('are in the text format, each with a type', async () => {
    const { text, type } = await ask('/metrics');
    expect(type).toBe('text/plain; version=0.0.4; charset=utf-8');
    const { types, samples } = readMetrics(text);
    const bases = [...samples.keys()].map((name) => name.replace(/\{.*/, '').replace(/_(bucket|sum|count)$/, ''));
    expect(bases.filter((name) => !types.has(name))).toEqual([]);
  });

  it('name the build, and measure the process', async () => {
    const { samples } = await metrics();
    expect(samples.get(`paperboy_build_info{version="${version}",node="${process.versions.node}"}`)).toBe(1);
    expect(samples.get('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
    expect(samples.get('nodejs_heap_size_used_bytes')).toBeGreaterThan(1_000_000);
    expect(samples.get('process_cpu_seconds_total')).toBeGreaterThan(0);
    expect(samples.get('process_start_time_seconds')).toBeLessThanOrEqual(Date.now() / 1_000);
    for (const kind of ['p50', 'p99', 'max'])
      expect(samples.get(`nodejs_eventloop_lag_${kind}_seconds`)).toBeGreaterThanOrEqual(0);
  });

  it('count digests, matches and deliveries, with the time that each took', async () => {
    await friday.subscribe();
    await friday.announce(3);
    expect(await sample('paperboy_deliveries_total{outcome="sent"}')).toBe(0);
    await friday.wakeAfter(2 * hourMs);
    const { samples } = await metrics();
    expect(friday.running.postedIds()).toHaveLength(3);
    const sent = friday.events('delivery.sent').length;
    expect(samples.get('paperboy_digests_total{outcome="planned"}')).toBe(1);
    expect(samples.get('paperboy_matches_total')).toBe(3);
    expect(samples.get('paperboy_papers_shown_total')).toBe(3);
    expect(samples.get('paperboy_deliveries_total{outcome="sent"}')).toBe(sent);
    expect(samples.get('paperboy_delivery_seconds_count')).toBe(sent);
    expect(samples.get('paperboy_delivery_seconds_bucket{le="+Inf"}')).toBe(sent);
    expect(samples.get('paperboy_outbox_messages{state="planned"}')).toBe(0);
  });

  it('show refusals of Discord, and messages that wait', async () => {
    await friday.subscribe();
    await friday.announce(1);
    friday.running.discord.faults.add({
      kind: 'rate-limited',
      method: 'POST',
      path: /\/messages$/,
      retryAfterMs: 5_000,
    });
    await friday.wakeAfter(2 * hourMs);
    const { samples } = await metrics();
    expect(samples.get('paperboy_discord_responses_total{status="429"}')).toBe(1);
    expect(samples.get('paperboy_deliveries_total{outcome="retry"}')).toBe(1);
    expect(samples.get('paperboy_outbox_messages{state="retry"}')).toBe(1);
    await friday.wakeAfter(hourMs);
    expect(await sample('paperboy_outbox_messages{state="retry"}')).toBe(0);
    expect(friday.running.postedIds()).toHaveLength(1);
  });

  it('count pulls by source and outcome, and the papers that were new', async () => {
    const day = '2026-06-12';
    const now = Date.parse(`${day}T10:00Z`);
    await using arxiv = await startInventedArxiv(day);
    arxiv.announce(day, inventItems(4, '2606', 1, 'kites'));
    const config = { healthPort: 0, sources: ['arxiv'] as const };
    await using running = await runApp({ sourcesUrl: arxiv.url, now, categories: ['cs.CL'], config });
    url = String(running.log.lines.find(({ event }) => event === 'health.ready')?.['url']);
    await running.app.wake();
    const { samples } = await metrics();
    expect(samples.get('paperboy_pulls_total{source="arxiv",outcome="pulled"}')).toBe(1);
    expect(samples.get('paperboy_papers_new_total{source="arxiv"}')).toBe(4);
    expect(samples.get('paperboy_source_last_success_timestamp_seconds{source="arxiv"}')).toBe(now / 1_000);
  });
});

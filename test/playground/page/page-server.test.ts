import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call } from '../discord/api.ts';
import { type StubPage, startStubPage } from './stub-stage.ts';

let stub: StubPage;
beforeEach(async () => {
  stub = await startStubPage();
});
afterEach(() => stub[Symbol.asyncDispose]());

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Asks as no browser would: with any Host, and with a path that is not made simple. */
function ask({ method = 'GET', path = '/', headers = {}, body }: Asked = {}) {
  const { hostname, port } = new URL(stub.page.url);
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const asking = request({ hostname, port, method, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    asking.on('error', reject).end(body);
  });
}

const origin = () => stub.page.url.slice(0, -1);
const act = (deed: object, headers: Record<string, string> = {}) =>
  ask({
    method: 'POST',
    path: '/act',
    headers: { Origin: origin(), 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(deed),
  });

describe('the page’s server', () => {
  test('serves the page under a policy without inline scripts and without other servers', async () => {
    const { status, headers, text } = await ask();
    expect(status).toBe(200);
    expect(text).toContain('<script type="module" src="/main.ts">');
    expect(text).not.toMatch(/<script(?![^>]* src=)|<style|https?:\/\//);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });

  test('serves its code as plain JavaScript whose imports are all there', async () => {
    const seen = new Set(['/main.ts']);
    for (const path of seen) {
      const { status, headers, text } = await ask({ path });
      expect([path, status]).toEqual([path, 200]);
      expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
      for (const [, name = ''] of text.matchAll(/\bfrom\s*["']([^"']+)["']/g))
        seen.add(new URL(name, 'http://x/').pathname);
    }
    expect([...seen]).toContain('/packages/preact.js');
    expect(seen.size).toBeGreaterThan(15);
  });

  test.each([['evil.example'], ['evil.example:80'], ['127.0.0.1'], ['127.0.0.1:1'], ['localhost.evil.example']])(
    'refuses the Host %s, with which another site would read it (DNS rebinding)',
    async (host) => {
      expect(await ask({ headers: { Host: host } })).toMatchObject({ status: 403 });
      expect(await ask({ path: '/view', headers: { Host: host } })).toMatchObject({ status: 403 });
    },
  );

  test('answers under localhost, too', async () => {
    const { port } = new URL(stub.page.url);
    expect(await ask({ headers: { Host: `localhost:${port}` } })).toMatchObject({ status: 200 });
  });

  test.each([['http://evil.example'], ['null'], ['http://127.0.0.1:1']])(
    'refuses what the site %s asks',
    async (site) => {
      expect(await act({ kind: 'pass', step: 'week' }, { Origin: site })).toMatchObject({ status: 403 });
      expect(await ask({ path: '/view', headers: { Origin: site } })).toMatchObject({ status: 403 });
      expect(stub.asked).toEqual([]);
    },
  );

  test('refuses an action without an Origin, and one that a form of another site could send', async () => {
    const body = JSON.stringify({ kind: 'pass', step: 'week' });
    const json = { 'Content-Type': 'application/json' };
    expect(await ask({ method: 'POST', path: '/act', headers: json, body })).toMatchObject({ status: 403 });
    expect(await act({ kind: 'pass', step: 'week' }, { 'Content-Type': 'text/plain' })).toMatchObject({ status: 403 });
    expect(await ask({ method: 'PUT', path: '/act', headers: { Origin: origin() } })).toMatchObject({ status: 403 });
    expect(stub.asked).toEqual([]);
    expect(await act({ kind: 'pass', step: 'week' })).toMatchObject({ status: 200, text: '{}' });
    expect(stub.asked).toEqual([['week']]);
  });

  test.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/client/../../page-server.ts',
    '/page-server.ts',
    '/packages/../package.json',
    '/packages/%2e%2e/%2e%2e/package.json',
    '/font/..%2f..%2fpackage.json',
    '//etc/passwd',
    '/files/../../package.json',
    '/files/1/2/x',
    '/.env',
  ])('has no file %s', async (path) => {
    expect(await ask({ path })).toMatchObject({ status: 404 });
  });

  test.each([
    ['not JSON', '{', 413],
    ['a long body', JSON.stringify({ text: 'x'.repeat(70_000) }), 413],
    ['an unknown action', '{"kind":"quit"}', 400],
    ['an unknown step', '{"kind":"pass","step":"year"}', 400],
    ['a number', '7', 400],
  ])('refuses %s', async (_what, body, status) => {
    const headers = { Origin: origin(), 'Content-Type': 'application/json' };
    expect(await ask({ method: 'POST', path: '/act', headers, body })).toMatchObject({ status });
  });

  test('lets nobody act as the bot, nor as somebody who is not there', async () => {
    const { channelId: channel, discord } = stub;
    const say = (person: string) => act({ kind: 'say', person, channel, text: 'hello' });
    expect(JSON.parse((await say(discord.applicationId)).text)).toHaveProperty('refusal');
    expect(JSON.parse((await say('1')).text)).toHaveProperty('refusal');
    expect(JSON.parse((await say(stub.ada.id)).text)).toEqual({});
    expect(discord.messages(channel).map(({ author, content }) => [author, content])).toEqual([['Ada', 'hello']]);
  });

  test('gives away a file of a message, and never one that a browser would run', async () => {
    const { channelId, discord } = stub;
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ content: 'two files' }));
    form.set('files[0]', new Blob(['<script>1</script>'], { type: 'text/html' }), 'page.html');
    form.set('files[1]', new Blob([new Uint8Array([137, 80, 78, 71])], { type: 'image/png' }), 'chart.png');
    await fetch(`${discord.url}/v10/channels/${channelId}/messages`, {
      method: 'POST',
      headers: { Authorization: `Bot ${discord.token}` },
      body: form,
    });
    const [page, chart] = discord.messages(channelId)[0]?.attachments ?? [];
    const path = (id: string | undefined) => `/files/${channelId}/${id}/x`;
    expect((await ask({ path: path(page?.id) })).headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
    });
    expect((await ask({ path: path(chart?.id) })).headers['content-type']).toBe('image/png');
  });

  test('sends what a person sees, and nothing secret', async () => {
    const { channelId, discord } = stub;
    await call(discord, 'POST', `/channels/${channelId}/messages`, { content: 'for all' });
    const answer = await fetch(`${stub.page.url}view?${new URLSearchParams({ channel: channelId })}`);
    let text = '';
    for await (const chunk of answer.body ?? []) {
      text += new TextDecoder().decode(chunk);
      if (text.includes('event: inside')) break;
    }
    expect(text).toContain('event: world\ndata: {');
    expect(text).toContain('for all');
    expect(text).not.toContain(discord.token);
    for (const [name, value] of Object.entries(process.env)) {
      if (/TOKEN|SECRET|KEY|PASS/i.test(name) && value) expect(text).not.toContain(value);
    }
  });
});

import { once } from 'node:events';
import { connect } from 'node:net';
import { parseFeed } from '@rowanmanning/feed-parser';
import { SaxesParser } from 'saxes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/playground/reply.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { checkJsonFeed } from '../feeds/json-feed-schema.ts';
import { type Friday, startFriday } from './friday.ts';

let friday: Friday;
beforeEach(async () => {
  friday = await startFriday({ config: { httpPort: 0 } });
});
afterEach(async () => {
  await friday[Symbol.asyncDispose]();
});

/** The addresses in the list, in its order: Atom and JSON of the digests, then of each topic. */
const addressesIn = (reply: Reply): readonly string[] =>
  Array.from(reply.refresh().message?.embeds[0]?.description?.matchAll(/<(http[^>]+)>/g) ?? [], ([, url = '']) => url);

const openFeeds = async () => {
  const reply = await friday.running.manager.run('/digest feed');
  return { reply, addresses: addressesIn(reply) };
};

/** A feed of Atom, as a strict reader of XML and an independent reader of feeds see it. */
async function readAtom(url: string) {
  const response = await fetch(url);
  const text = await response.text();
  new SaxesParser({ xmlns: true }).write(text).close();
  return { response, text, feed: parseFeed(text) };
}

const titles = async (url: string) => (await readAtom(url)).feed.items.map(({ title }) => title);

describe('the feeds of a channel', () => {
  it('are made by a command, get the papers, and end when they are revoked', async () => {
    await friday.subscribe();
    const { reply, addresses } = await openFeeds();
    expect(reply.ephemeral).toBe(true);
    const [digestAtom = '', digestJson = '', topicAtom = '', topicJson = ''] = addresses;
    expect(addresses).toHaveLength(4);
    for (const url of addresses) expect(new URL(url).pathname).toMatch(/^\/feeds\/[\w-]{22}\/(atom\.xml|feed\.json)$/);
    expect((await openFeeds()).addresses).toEqual(addresses);
    expect(await titles(digestAtom)).toEqual([]);

    // A topic's feed has a paper as soon as it is news, that of the digests with the digest.
    await friday.announce(3);
    expect(await titles(topicAtom)).toHaveLength(3);
    expect(await titles(digestAtom)).toEqual([]);
    await friday.wakeAfter(2 * hourMs);
    const { feed, response, text } = await readAtom(digestAtom);
    expect(feed.items.map(({ id }) => id)).toEqual(friday.running.postedIds().map((id) => `info:arxiv/${id}`));
    expect(feed).toMatchObject({
      title: 'Papers in #papers',
      language: 'en',
      self: digestAtom,
      url: `https://discord.com/channels/${friday.running.guildId}/${friday.running.channelId}`,
    });
    expect(feed.updated?.getTime()).toBe(friday.now());
    expect(feed.items[0]?.content).toContain('Matches “diffusion” in the title');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
    });
    expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>/);
    for (const url of [digestJson, topicJson]) {
      const json = (await (await fetch(url)).json()) as { feed_url: string; items: { id: string }[] };
      expect(checkJsonFeed(json)).toEqual([]);
      expect(json.feed_url).toBe(url);
      expect(json.items.map(({ id }) => id).toSorted()).toEqual(feed.items.map(({ id }) => id).toSorted());
    }

    const revoked = await friday.running.manager.press(reply, 'Revoke');
    expect(revoked.refresh().content).toContain('are revoked');
    for (const url of addresses) expect((await fetch(url)).status).toBe(404);
  });

  it('are sent once to a client that keeps what it got', async () => {
    await friday.subscribe();
    await friday.announce(2);
    const [, , url = ''] = (await openFeeds()).addresses;
    const first = await fetch(url);
    const [etag, modified] = ['etag', 'last-modified'].map((name) => first.headers.get(name) ?? '');
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    const ask = (headers: Record<string, string>, method = 'GET') => fetch(url, { headers, method });
    for (const headers of [
      { 'If-None-Match': `${etag}` },
      { 'If-None-Match': `"other", W/${etag}` },
      { 'If-None-Match': '*' },
      { 'If-Modified-Since': `${modified}` },
    ]) {
      const again = await ask(headers);
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    for (const headers of [
      { 'If-None-Match': '"other"' },
      { 'If-None-Match': '"other"', 'If-Modified-Since': `${modified}` },
      { 'If-Modified-Since': new Date(friday.now() - hourMs).toUTCString() },
      { 'If-Modified-Since': 'yesterday' },
    ])
      expect((await ask(headers)).status).toBe(200);
    const head = await ask({}, 'HEAD');
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);

    friday.pass(hourMs);
    expect((await ask({ 'If-None-Match': `${etag}` })).status).toBe(304);
    await friday.announce(3);
    const news = await ask({ 'If-None-Match': `${etag}`, 'If-Modified-Since': `${modified}` });
    expect(news.status).toBe(200);
    expect(news.headers.get('etag')).not.toBe(etag);
    expect(Date.parse(news.headers.get('last-modified') ?? '')).toBe(friday.now());
  });

  it('get new addresses, end with the subscription and with the server, and stay through a pause', async () => {
    await friday.subscribe();
    const { reply, addresses } = await openFeeds();
    const renewed = addressesIn(await friday.running.manager.press(reply, 'Renew addresses'));
    expect(new Set([...addresses, ...renewed]).size).toBe(8);
    for (const url of addresses) expect((await fetch(url)).status).toBe(404);
    const [digest = '', , topic = ''] = renewed;
    const statuses = async () => Promise.all([digest, topic].map(async (url) => (await fetch(url)).status));
    await friday.running.manager.run('/digest pause');
    expect(await statuses()).toEqual([200, 200]);
    const [subscription] = await friday.running.app.store.subscriptions(friday.running.guildId);
    const removal = await friday.running.manager.run('/unsubscribe', { subscription: `#${subscription?.id}` });
    expect(await statuses()).toEqual([200, 404]);
    await friday.running.manager.press(removal, 'Undo');
    expect(await statuses()).toEqual([200, 200]);
    await friday.running.app.store.noteGuildRemoved(friday.running.guildId, friday.now());
    expect(await statuses()).toEqual([404, 404]);
    await friday.running.app.store.noteGuildReturned(friday.running.guildId);
    expect(await statuses()).toEqual([200, 200]);
  });
});

it('a person has feeds of their own digest', async () => {
  const { discord, app } = friday.running;
  const person = discord.person({ name: 'ada', hasInstalled: true });
  const preview = await person.run('/subscribe', { topic: 'diffusion' });
  await person.press(await preview.answered(), 'Subscribe');
  await friday.announce(2);
  const [digest = '', , topic = ''] = addressesIn(await person.run('/digest feed'));
  expect(await titles(topic)).toHaveLength(2);
  await friday.wakeAfter(dayMs);
  expect((await readAtom(digest)).feed).toMatchObject({
    title: 'Papers of my digest',
    url: expect.stringMatching(/^https:\/\/discord\.com\/channels\/@me\/\d+$/),
  });
  expect((await app.store.eraseData({ userId: person.id })).kind).toBe('erased');
  expect((await fetch(digest)).status).toBe(404);
});

it('an address that nobody has made shows nothing', async () => {
  const base = new URL(String(friday.events('web.ready').at(-1)?.['url']));
  for (const path of [`/feeds/${'A'.repeat(22)}/atom.xml`, '/feeds/x/atom.xml', '/feeds//atom.xml', '/feeds/x/rss.xml'])
    expect((await fetch(new URL(path, base))).status).toBe(404);
  const socket = connect(Number(base.port), base.hostname);
  socket.write('GET /feeds/../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1.1 404 /);
  socket.destroy();
});

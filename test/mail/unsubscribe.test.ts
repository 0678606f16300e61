import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUnsubscribeLinks, unsubscribeRoutes } from '../../src/mail/unsubscribe.ts';
import { serveRoutes } from '../../src/web/web-server.ts';
import { silentLog } from '../proof/life.ts';

const secret = 'secret';
const removed: number[] = [];
let base = '';
let close: () => PromiseLike<void> = async () => {};

beforeAll(async () => {
  const remove = async (id: number) => void removed.push(id);
  const names = { pages: 'Pages', hostSetting: 'HTTP_HOST', portSetting: 'HTTP_PORT' };
  const options = { place: { host: '127.0.0.1', port: 0 }, names, log: silentLog };
  const port = await serveRoutes(unsubscribeRoutes({ secret, remove }), options);
  base = port.url;
  close = () => port[Symbol.asyncDispose]();
});
afterAll(() => close());

const linkTo = (id: number, key = secret): string => createUnsubscribeLinks(base, key).urlOf(id);

it('a link shows a button and ends nothing, because mail programs open links by themselves', async () => {
  const response = await fetch(linkTo(1), { headers: { 'accept-language': 'de-DE,de;q=0.9' } });
  expect(response.status).toBe(200);
  const page = await response.text();
  expect(page).toContain('<form method="post">');
  expect(page).toContain('Abbestellen');
  expect(removed).toEqual([]);
});

it('one click ends it, and a repeated one is answered in the same way', async () => {
  for (let click = 0; click < 2; click += 1) {
    const response = await fetch(linkTo(2), {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('You are unsubscribed');
  }
  expect(removed.splice(0)).toEqual([2, 2]);
});

it.each([
  ['another secret', () => linkTo(3, 'guess')],
  ['the signature of another address', () => linkTo(3).replace('/3/', '/4/')],
  ['half a signature', () => linkTo(3).slice(0, -5)],
  ['a number that is none', () => linkTo(3).replace('/3/', '/03/')],
])('a link with %s ends nothing', async (_, forged) => {
  for (const method of ['GET', 'POST']) {
    const response = await fetch(forged(), { method });
    expect(response.status).toBe(404);
  }
  expect(removed).toEqual([]);
});

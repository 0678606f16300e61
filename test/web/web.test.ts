import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/settings.ts';
import { webSettings } from '../../src/web/settings.ts';
import { openWeb } from '../../src/web/web.ts';
import { createKeptLog } from '../support/bot.ts';

const read = (texts: Readonly<Record<string, string>>) => readSettings(webSettings, (name) => texts[name]);

describe('the address for others', () => {
  it.each([
    ['https://papers.example.org', 'https://papers.example.org'],
    ['https://example.org/papers/', 'https://example.org/papers'],
    ['http://paperboy.lan:8081', 'http://paperboy.lan:8081'],
    ['', null],
  ])('%j can be used', (text, publicUrl) => {
    const { values, problems } = read({ PUBLIC_URL: text });
    expect([values.publicUrl, problems]).toEqual([publicUrl, []]);
  });

  it.each([
    'papers.example.org',
    'ftp://papers.example.org',
    'https://papers.example.org/?page=1',
    'https://papers.example.org/#top',
    'https://maria:secret@papers.example.org',
    'https://papers.example.org/ a',
    'javascript:alert(1)',
  ])('%j cannot be used', (text) => {
    expect(read({ PUBLIC_URL: text }).problems).toEqual([
      'PUBLIC_URL must be a web address that begins with https:// or http://, without a name, a query or a fragment',
    ]);
  });
});

describe('the web', () => {
  it('is off without a port', async () => {
    const log = createKeptLog();
    await using web = await openWeb(read({}).values, [], log);
    expect([web.url, log.lines]).toEqual([null, []]);
  });

  it('says at its root what it is, and is known by the address for others', async () => {
    const log = createKeptLog();
    const place = { httpHost: '0.0.0.0', httpPort: 0 };
    await using own = await openWeb({ ...place, publicUrl: null }, [], log);
    expect(own.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${own.url}`)).text()).toMatch(/^This is Paperboy/);
    await using known = await openWeb({ ...place, publicUrl: 'https://papers.example.org' }, [], log);
    expect(known.url).toBe('https://papers.example.org');
    expect(log.lines[1]).toMatchObject({ event: 'web.ready', public: 'https://papers.example.org' });
  });
});

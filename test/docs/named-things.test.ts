import { readdirSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { codeIn, type Found, guides, readPage, type TableRow } from './markdown.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const pages = guides.map(readPage);

const joined = (lines: readonly Found[]): Found => ({
  at: lines[0]?.at ?? '',
  text: lines.map(({ text }) => text).join('\n'),
});

/** The rows of all tables whose first column has this heading. */
const rowsUnder = (...headings: readonly string[]): readonly TableRow[] =>
  pages.flatMap(({ tables }) =>
    tables.filter(({ header }) => headings.includes(header[0] ?? '')).flatMap(({ rows }) => rows),
  );

describe('the settings in the documents', () => {
  // The lines of an example belong together.
  const examples = pages.flatMap(({ spans, fences }) => [
    ...fences.filter(({ language }) => language === 'ini').map(({ lines }) => joined(lines)),
    ...spans.filter(({ text }) => /^[A-Z][A-Z_]*=\S/.test(text)),
  ]);

  test.each(examples)('$at: $text can be used', ({ text }) => {
    const config = loadConfig({ CONTACT: 'you@example.org', ...parseEnv(text) }, { envFile: '' });
    expect(config.unknownSettings).toEqual([]);
  });
});

describe('the events in the host guide', () => {
  const code = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => read(`src/${path}`))
    .join('\n');
  /** `event: 'job.failed'`, or the beginning of an event whose end is a state: `event: \`delivery.${state}\``. */
  const written = new Set(Array.from(code.matchAll(/['`]([a-z]+\.(?:[a-z-]+|(?=\$\{)))/g), ([, event = '']) => event));
  const states = new Set(
    Array.from(code.matchAll(/(?:state|kind|outcome)\??: [^;]*?'([a-z]+)'/g), ([, state]) => state),
  );
  const events = rowsUnder('event').flatMap(({ at, cells }) => codeIn(cells[0] ?? '').map((event) => ({ at, event })));

  test.each(events)('$at: the bot writes $event', ({ event }) => {
    const [kind = '', state] = event.split('.');
    expect(written.has(event) || (written.has(`${kind}.`) && states.has(state))).toBe(true);
  });
});

describe('the messages in the tables of what to do', () => {
  /** Each text that the code shows. */
  const shown = read('docs/texts.md').replace(/\\(?=[*_])/g, '');
  /** Texts of Discord's own client. */
  const ofDiscord = ['The application did not respond'];
  const quoted = rowsUnder('it says', 'you see').flatMap(({ at, cells }) =>
    Array.from(`${cells[0]}`.matchAll(/“([^”]+)”/g), ([, text = '']) => ({ at, text })),
  );

  test.each(quoted)('$at: the bot says “$text”', ({ text }) => {
    expect(ofDiscord.includes(text) || shown.includes(text)).toBe(true);
  });

  test('are there', () => {
    expect(quoted.length).toBeGreaterThan(20);
  });
});

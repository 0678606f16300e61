import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const skipped = new Set(['node_modules', '.git', 'data']);

/** Every file below a folder of the repository, by its path from the root. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(new URL(folder, root), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    return entry.isDirectory() ? filesIn(`${folder}${entry.name}/`) : [`${folder}${entry.name}`];
  });
}

const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const pages = filesIn('').filter((path) => path.endsWith('.md'));
const decisions = pages.filter((path) => /^docs\/adr\/\d{4}-/.test(path));
const index = read('docs/adr/README.md');

/** The targets of a page's links into the repository. */
const relativeLinks = (page: string): readonly string[] =>
  Array.from(read(page).matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => target).filter(
    (target) => !/^[a-z]+:/.test(target),
  );

/** The anchors of a page's headings, as GitHub names them. */
const anchorsOf = (page: string): readonly string[] =>
  Array.from(read(page).matchAll(/^#+ (.*)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

function isBroken(page: string, link: string): boolean {
  const target = new URL(link, new URL(page, root));
  const anchor = target.hash.slice(1);
  target.hash = '';
  if (!existsSync(target)) return true;
  const path = fileURLToPath(target).slice(fileURLToPath(root).length);
  return anchor !== '' && !anchorsOf(path).includes(anchor);
}

describe('a decision', () => {
  const elsewhere = ['README.md', 'CONTRIBUTING.md', ...filesIn('docs/'), ...filesIn('src/')]
    .filter((path) => /\.(md|ts|mjs)$/.test(path) && !path.startsWith('docs/adr/'))
    .map(read)
    .join('\n');

  test.each(decisions)('has a date and a status, a line in the index, and a link from elsewhere: %s', (path) => {
    const name = path.slice('docs/adr/'.length);
    const number = Number(name.slice(0, 4));
    expect(read(path)).toMatch(
      new RegExp(`^# ${number}\\. .+\\n\\nDate: 20\\d\\d-\\d\\d-\\d\\d · Status: (accepted|superseded)`),
    );
    expect(index).toContain(`| [${number}](${name}) | `);
    expect(elsewhere).toContain(`adr/${name}`);
  });

  test('has a unique number', () => {
    const numbers = Array.from(index.matchAll(/^\| \[?(\d+)/gm), ([, number]) => Number(number));
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
  });
});

test.each(pages)('every link of %s into the repository has a target', (page) => {
  expect(relativeLinks(page).filter((link) => isBroken(page, link))).toEqual([]);
});

describe('the code files that a page names', () => {
  const files = filesIn('').map((path) => `/${path}`);
  /** In backticks, or in parentheses as in drawings. */
  const named = (page: string): readonly string[] =>
    Array.from(read(page).matchAll(/[`(](?:\.\.\/)*([a-z0-9./-]+\.(?:ts|mjs|cjs|yml))[`)]/g), ([, path = '']) => path);

  test.each(pages.filter((page) => named(page).length > 0))('exist: %s', (page) => {
    expect(named(page).filter((path) => !files.some((file) => file.endsWith(`/${path}`)))).toEqual([]);
  });
});

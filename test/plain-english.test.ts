import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../.ci/plain-english/lint.mjs', import.meta.url));

function lint(name: string, text: string): string {
  const root = mkdtempSync(join(tmpdir(), 'prose-'));
  try {
    writeFileSync(join(root, name), text);
    return spawnSync(process.execPath, [script, '--root', root, name], { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('the lint finds hard sentences in comments, strings and Markdown', () => {
  expect(lint('a.ts', "const a = 1;\n/** A list.\n * So many are kept. */\nconst b = 'made anew';\n")).toMatch(
    /a\.ts:3: "So many".*\na\.ts:4: "anew".*\n2 sentences/,
  );
  expect(lint('a.md', '# Title\n\nWhoever asks gets it.\n')).toContain('a.md:3: "Whoever"');
});

test('the lint finds each way to write a hard sentence', () => {
  const hard = [
    'Of the papers, ten are kept.',
    'By what the index knows, it is checked.',
    'That a file was deleted is kept.',
    'What was asked for is not stored.',
    'The source told its day.',
    'It had no answer.',
    'This is no date.',
    'It shall be kept.',
    'It is lost for good.',
    'It has a process of  its own.',
    'It has been slow of late.',
    'All are kept but for one.',
    'These news are old.',
  ];
  const found = lint('a.md', hard.join('\n')).matchAll(/a\.md:(\d+):/g);
  expect(Array.from(found, ([, line]) => Number(line)).sort((a, b) => a - b)).toEqual(
    hard.map((_, index) => index + 1),
  );
});

test('the lint lets sentences pass that only look hard', () => {
  const plain = [
    'That is why there is no date, and what the papers are about.',
    'What is kept? What a digest says about itself.',
    'The paper had been read. An older version of its own id is no longer kept.',
    'By default, it is kept.',
  ];
  expect(lint('a.md', plain.join('\n'))).toBe('0 sentences to rewrite\n');
});

test('the lint reads neither names, values nor code', () => {
  expect(lint('a.ts', "const anew = /whoever/; // How many papers are kept, as in `told`.\nconst b = 'told';\n")).toBe(
    '0 sentences to rewrite\n',
  );
});

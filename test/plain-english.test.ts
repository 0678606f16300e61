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

test('the lint lets plain sentences and names pass', () => {
  expect(lint('a.ts', 'const anew = /whoever/; // How many papers are kept.\n')).toBe('0 sentences to rewrite\n');
});

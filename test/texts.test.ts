import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../.ci/texts/texts.mjs', import.meta.url));

test('docs/texts.md has the texts that the code shows; otherwise run `npm run texts -- --write`', () => {
  const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8', maxBuffer: 1e7 });
  expect(stderr).toBe('');
  expect(readFileSync('docs/texts.md', 'utf8') === stdout).toBe(true);
});

test('a text is listed with its function and its conditions, and what nobody sees is left out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  const file = join(folder, 'greeting.ts');
  const code = `
    const words = 'one two three'.split(' ');
    export function greet(name: string | null, isLate: boolean): string {
      if (name === null) return 'Nobody is here.';
      log.info('a greeting is made');
      if (!isLate) throw new Error('It is too early for this.');
      return isLate ? \`Good evening, \${name}.\` : 'Good day.';
    }
    export const button = { label: 'Greet', id: 'greet now' === words[0] };`;
  try {
    writeFileSync(file, code);
    const { stdout } = spawnSync(process.execPath, [script, '--file', file], { encoding: 'utf8' });
    expect(stdout).toContain('- Nobody is here.\n  — `greet` › `name === null`\n');
    expect(stdout).toContain('- Good evening, ‹name›.\n  — `greet` › `isLate`\n');
    expect(stdout).toContain('- Good day.\n  — `greet` › `not: isLate`\n');
    expect(stdout).toContain('- Greet\n  — `button`\n');
    expect(stdout).not.toMatch(/greeting is made|too early|one two/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

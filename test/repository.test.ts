import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const workflows = readdirSync(new URL('.github/workflows/', root)).map((name) => `.github/workflows/${name}`);

test('the workflow runs the gate on each Node.js that is supported', () => {
  const workflow = read('.github/workflows/ci.yml');
  expect(workflow).toContain('run: bash .ci/run');
  expect(workflow).toContain('node: [22, 24, 26]');
});

test('each action of a workflow is pinned by its full commit', () => {
  const used = workflows.flatMap((path) => read(path).match(/uses: .*/g) ?? []);
  expect(used.length).toBeGreaterThan(1);
  for (const use of used) expect(use).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('the changelog has a section for the version in package.json', () => {
  const { version } = JSON.parse(read('package.json'));
  expect(read('CHANGELOG.md')).toContain(`\n## ${version}`);
});

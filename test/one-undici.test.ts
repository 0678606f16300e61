import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('keeps Node from loading its own undici beside that of the packages', () => {
  const program = `
    process.argv = ['node', 'paperboy', '--version'];
    await import('./src/main.ts');
    console.log(process.moduleLoadList.filter((name) => name.includes('deps/undici')).join());`;
  const args = ['--import', './src/source-cache.mjs', '--disable-warning=ExperimentalWarning', '--input-type=module'];
  const { stdout } = spawnSync(process.execPath, [...args, '-e', program], { encoding: 'utf8' });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n\n$/);
});

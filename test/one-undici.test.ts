import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { emptyFolder } from './cli/run-cli.ts';

const file = (path: string): string => pathToFileURL(path).href;

it('keeps Node from loading its own undici beside that of the packages', async () => {
  // Without a token, a start ends after everything was loaded.
  const program = `
    process.argv = ['node', 'paperboy', 'start'];
    await import('${file('src/main.ts')}');
    const { moduleLoadList } = process;
    const packages = Object.keys(process.getBuiltinModule('module')._cache);
    console.log(JSON.stringify({
      builtIn: moduleLoadList.filter((name) => name.includes('deps/undici')),
      isDiscordLoaded: packages.some((path) => path.includes('@discordjs/rest')),
    }));`;
  const args = ['--import', file('src/source-cache.mjs'), '--disable-warning=ExperimentalWarning'];
  const { stdout } = spawnSync(process.execPath, [...args, '--input-type=module', '-e', program], {
    encoding: 'utf8',
    cwd: await emptyFolder(),
    env: {},
  });
  expect(JSON.parse(stdout)).toEqual({ builtIn: [], isDiscordLoaded: true });
});

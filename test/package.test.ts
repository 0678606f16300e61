import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly engines?: Readonly<Record<string, string>>;
  readonly dev?: boolean;
  readonly gypfile?: boolean;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const packages: Readonly<Record<string, LockedPackage>> = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
).packages;
const advice = 'run `npm run relock` after changing dependencies';

describe('the lock file', () => {
  it('lets no npm compile better-sqlite3, which contains its binaries', () => {
    expect(packages['node_modules/better-sqlite3']?.gypfile, advice).toBe(false);
  });

  it('names the binaries of every system, because npm refuses it otherwise', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) =>
          packages[`node_modules/${name}`] === undefined && packages[`${path}/node_modules/${name}`] === undefined,
      ),
    );
    expect(missing, advice).toEqual([]);
  });

  it('lets npm check no version of Node but our own, because npm ci on Node 20 would warn of packages', () => {
    const stated = Object.entries(packages).filter(([, { engines }]) => engines !== undefined);
    expect(
      stated.map(([path]) => path),
      advice,
    ).toEqual(['']);
    expect(packages['']?.engines).toEqual(manifest.engines);
  });

  it('names no registry', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});

describe('package.json', () => {
  it('says which Node an install needs: any from 20 on, because Node 24 comes along', () => {
    expect(manifest.engines).toEqual({ node: '>=20' });
    expect(readFileSync('README.md', 'utf8')).toContain('any Node.js from 20 on');
    expect(manifest.devDependencies.node).toMatch(/^\^24\./);
  });

  it.runIf(process.platform !== 'win32')('makes `npx paperboy` work in a checkout', () => {
    const [name, path] = Object.entries<string>(manifest.bin)[0] ?? [];
    expect(name).toBe('paperboy');
    // npm runs the file itself, with the Node that it finds first.
    const { stdout, status } = spawnSync(resolve(path ?? ''), ['pull', '--help'], { encoding: 'utf8' });
    expect({ stdout, status }).toEqual({ stdout: expect.stringContaining('paperboy pull: '), status: 0 });
  });

  it('states for each install script whether it may run', () => {
    const withScripts = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = withScripts.map(([path]) => path.replace(/^.*node_modules\//, ''));
    for (const name of names) expect(manifest.allowScripts, `${name} is not reviewed`).toHaveProperty(name);
    expect(manifest.allowScripts.node).toBe(true);
  });

  it('starts the bot like the systemd unit and the container', () => {
    const unit = readFileSync('docs/systemd/paperboy.service', 'utf8');
    const [, started] = /^ExecStart=.*\/node_modules\/\.bin\/(node .*)$/m.exec(unit) ?? [];
    expect(started).toBe(manifest.scripts.start);
    const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(readFileSync('Dockerfile', 'utf8')) ?? [];
    expect((JSON.parse(command) as string[]).join(' ')).toBe(manifest.scripts.start);
  });

  const preloaded = Object.entries<string>(manifest.scripts)
    .map(([script, command]) => ({ script, preload: /--import (\S+\.mjs)/.exec(command)?.[1], command }))
    .filter(({ command }) => /^node .*\.ts\b/.test(command));

  it('checks the version of Node before it runs TypeScript', () => {
    expect(preloaded.map(({ script }) => script)).toEqual([
      'start',
      'demo',
      'paperboy',
      'bench',
      'proof',
      'released-database',
      'screenshots',
      'words',
      'train',
    ]);
  });

  it.each(preloaded)('says that Node 20 is too old for npm run $script', ({ preload = '' }) => {
    // This sets Node's version and removes the functions that Node 20 lacks.
    const pretence = [
      `Object.defineProperty(process, 'versions', { value: { node: '20.9.0' } });`,
      `import module from 'node:module'; delete module.registerHooks; delete module.stripTypeScriptTypes; module.syncBuiltinESMExports();`,
    ].join('');
    const asNode20 = ['--import', `data:text/javascript,${encodeURIComponent(pretence)}`];
    const { status, stderr } = spawnSync(process.execPath, [...asNode20, '--import', preload, '-e', ''], {
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/^Paperboy needs Node 24, and this is Node 20\.9\.0\. .*npm ci.*\n$/);
    expect(status).toBe(78);
    // A missing named export would end the process before the check.
    expect(readFileSync(preload, 'utf8')).not.toMatch(/import \{.*from 'node:module'/);
  });
});

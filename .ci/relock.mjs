// Rewrites package-lock.json, so that `npm ci` works with every npm on every system. With --fresh it forgets the
// versions that are locked now and takes the newest that package.json allows.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const systems = new Set([
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]);
const processors = new Set(['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']);

/** A folder without node_modules: npm would copy from there, and leave out what other systems need. */
function lockElsewhere(files) {
  const folder = mkdtempSync(join(tmpdir(), 'relock-'));
  for (const file of files) copyFileSync(file, join(folder, file));
  execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], { cwd: folder, stdio: 'inherit' });
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  rmSync(folder, { recursive: true });
  return lock;
}

/** `@scope/cli-linux-arm64-musl` → what the lock file says of such a package. */
function describeBinary(name, version, isDev) {
  const words = name.split('/').at(-1).split('-');
  const only = (known) => words.filter((word) => known.has(word));
  const cpu =
    words.includes('arm') || words.some((word) => /^(arm|musleabihf|gnueabihf|eabi)$/.test(word))
      ? ['arm']
      : only(processors);
  return { version, cpu, ...(isDev ? { dev: true } : {}), optional: true, os: only(systems) };
}

/**
 * npm leaves out of the lock file what the registry does not give it, and then refuses the lock file. Binaries of other
 * systems are never fetched, so that it is enough to name them.
 */
function nameMissingBinaries(packages) {
  for (const { optionalDependencies = {}, dev } of Object.values(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      packages[`node_modules/${name}`] ??= describeBinary(name, version, dev);
    }
  }
}

const lock = lockElsewhere(process.argv.includes('--fresh') ? ['package.json'] : ['package.json', 'package-lock.json']);
nameMissingBinaries(lock.packages);
// npm 10, which comes with Node 20, reads this from the lock file only, and npm leaves it out. Without it `npm ci` runs
// node-gyp there, which needs Python and a compiler, to build nothing.
lock.packages['node_modules/better-sqlite3'].gypfile = false;
const byName = ([a], [b]) => (a < b ? -1 : 1);
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byName));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);

// Rewrites package-lock.json, so that `npm ci` works with every npm on every system, and without warnings. With --fresh
// it takes the newest versions that package.json allows.
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

/** Makes the lock in a folder without node_modules, from which npm would copy and omit other systems' packages. */
function lockElsewhere(files) {
  const folder = mkdtempSync(join(tmpdir(), 'relock-'));
  for (const file of files) copyFileSync(file, join(folder, file));
  // `npm run relock` runs npm on the Node that Paperboy runs on, so --engine-strict refuses packages that exclude it.
  const options = ['--package-lock-only', '--ignore-scripts', '--engine-strict'];
  execFileSync('npm', ['install', ...options], { cwd: folder, stdio: 'inherit' });
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  rmSync(folder, { recursive: true });
  return lock;
}

/** `@scope/cli-linux-arm64-musl` → its entry in the lock file. */
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
 * Adds the binaries of other systems to the lock file. npm omits those that the registry does not serve, and then
 * refuses the lock file. Their names are enough, because npm never fetches them.
 */
function nameMissingBinaries(packages) {
  for (const { optionalDependencies = {}, dev } of Object.values(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      packages[`node_modules/${name}`] ??= describeBinary(name, version, dev);
    }
  }
}

/**
 * Removes what packages state about Node. npm compares it with the host's Node, which runs none of them, and so would
 * warn on Node 20 of packages that Paperboy's own Node runs.
 */
function removeEngines(packages) {
  for (const [path, entry] of Object.entries(packages)) {
    if (path !== '') delete entry.engines;
  }
}

const lock = lockElsewhere(process.argv.includes('--fresh') ? ['package.json'] : ['package.json', 'package-lock.json']);
nameMissingBinaries(lock.packages);
removeEngines(lock.packages);
// npm omits this, but npm 10 (Node 20) reads it only from the lock file. Without it, `npm ci` runs node-gyp there,
// which needs Python and a compiler, and builds nothing.
lock.packages['node_modules/better-sqlite3'].gypfile = false;
const byName = ([a], [b]) => (a < b ? -1 : 1);
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byName));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);

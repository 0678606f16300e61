// Rewrites package-lock.json and keeps what npm forgets in it: better-sqlite3 says `"gypfile": false`, but npm 10 (which
// comes with Node 20) reads that from the lock file only, and npm leaves it out. Without it `npm ci` there runs node-gyp,
// which needs Python and a compiler, to build nothing.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const path = 'package-lock.json';
execFileSync('npm', ['install', '--package-lock-only'], { stdio: 'inherit' });
const lock = JSON.parse(readFileSync(path, 'utf8'));
lock.packages['node_modules/better-sqlite3'].gypfile = false;
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);

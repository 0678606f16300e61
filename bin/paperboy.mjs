#!/usr/bin/env node
/** The command `paperboy`, such as `npx paperboy pull` in this folder. It is plain JavaScript, as the check needs it. */
import '../src/node-version.mjs';

await import('../src/main.ts');

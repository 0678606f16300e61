#!/usr/bin/env node
/**
 * The command `paperboy`, such as `npx paperboy pull` in this folder. It is plain JavaScript, so that an old Node can run
 * it as far as the check of Node's version.
 */
import '../src/node-version.mjs';

await import('../src/main.ts');

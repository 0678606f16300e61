/**
 * A backfill in a separate process, for tests that kill it: `node backfill-child.ts <database> <url> <from> <to>`.
 * It prints each page that it has stored, and its report at the end.
 */

import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { backfill } from '../../src/jobs/backfill.ts';
import { createSources } from '../../src/sources/registry.ts';
import { openStore } from '../../src/store/databases.ts';
import { sourceDefaults } from '../support/source-defaults.ts';

const [path = '', url = '', from = '', to = ''] = process.argv.slice(2);
await using store = await openStore({ url: `file:${path}` });
await using sources = createSources({
  ...sourceDefaults,
  huggingfaceUrl: url,
  arxivFeedUrl: url,
  arxivApiUrl: url,
  arxivOaiUrl: url,
  biorxivUrl: url,
  version: '0',
  clock: Date.now,
  arxivSpacingMs: 0,
});
const source = sources.find('arxiv');
if (source?.past === undefined) throw new Error('arXiv has no past');
const report = await backfill(
  { ...source, past: source.past },
  { from, to, isAgain: false },
  {
    store,
    clock: Date.now,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    sleep: (ms, signal) => pause(ms, undefined, { signal }),
    onProgress: ({ date, papers }) => writeSync(1, `stored ${date} ${papers}\n`),
  },
  new AbortController().signal,
);
writeSync(1, JSON.stringify(report));

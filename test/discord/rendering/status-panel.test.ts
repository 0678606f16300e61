import { describe, expect, it } from 'vitest';
import { type StatusPanel, statusPanel } from '../../../src/discord/rendering/status-panel.ts';
import { sayIn } from '../../../src/language/say.ts';
import type { ListingRecord } from '../../../src/store/listings.ts';
import type { DigestRun } from '../../../src/store/runs.ts';

const now = Date.parse('2026-03-11T10:00Z');
const receipt = (category: string, announced: number, fetched: number, matched: number) => ({
  category,
  announced,
  fetched,
  matched,
});
const listing = (known: Partial<ListingRecord> = {}): ListingRecord => ({
  source: 'arxiv',
  date: '2026-03-11',
  state: 'listed',
  reason: null,
  pulledAt: now,
  lastSuccessAt: now,
  counts: { new: 900, pick: 0, cross: 100, replace: 400, 'replace-cross': 9 },
  skipped: 0,
  etags: {},
  failures: 0,
  nextPullAt: now + 60_000,
  ...known,
});
const run = (known: Partial<DigestRun> = {}): DigestRun => ({
  channelId: '1',
  date: '2026-03-11',
  state: 'planned',
  since: now,
  at: now,
  announced: 1_000,
  matched: 9,
  shown: 9,
  missing: [],
  reason: null,
  ...known,
});
const show = (panel: Partial<StatusPanel>): string =>
  statusPanel(
    {
      channelId: '1',
      channel: null,
      subscriptionCount: 0,
      isMeaningDamaged: false,
      unreadableTopics: 0,
      now,
      runs: [],
      hasEarlierRuns: false,
      sources: [],
      indexing: null,
      missingPermissions: [],
      ...panel,
    },
    sayIn('en'),
  ).content ?? '';

it('a digest with one unsure message among those that arrived is delivered', () => {
  const part = (number: number, state: 'sent' | 'uncertain') => ({
    id: number,
    nonce: 'n',
    payload: {},
    channelId: '1',
    date: '2026-03-11',
    part: number,
    parts: 3,
    state,
    attempts: 1,
    inDoubt: false,
    plannedAt: now,
    dueAt: now,
    messageId: null,
    threadId: null,
    destination: null,
    reason: null,
    leftOut: [],
  });
  const parts = [part(1, 'sent'), part(2, 'uncertain'), part(3, 'sent')];
  const text = show({ runs: [{ run: run(), state: 'delivered', reason: null, parts }] });
  expect(text).toContain('**delivered, 1 of 3 unsure**');
  expect(text).not.toContain('failed');
});

describe('the status panel', () => {
  it.each([
    ['listed', 'expected', '• arXiv: **delivered** Wednesday 11 March 2026, 1,409 papers (1,000 new), asked <t:'],
    ['quiet', 'weekend', '• arXiv: **quiet** Wednesday 11 March 2026 (weekend), '],
    ['quiet', 'holiday', '• arXiv: **quiet** Wednesday 11 March 2026 (holiday), '],
    ['waiting', 'expected', '• arXiv: **waiting** Wednesday 11 March 2026 (late), '],
    ['stale', 'expected', '• arXiv: **stale** Wednesday 11 March 2026 (late), '],
    ['partial', 'expected', '• arXiv: **partial** Wednesday 11 March 2026 (late), '],
    ['failed', null, '• arXiv: **failed** Wednesday 11 March 2026, '],
  ] as const)('shows a listing that is %s on a day that is %s', (state, day, words) => {
    const content = show({ sources: [{ name: 'arXiv', listing: listing({ state }), day }] });
    expect(content).toContain(words);
    const isOpen = state !== 'listed' && state !== 'quiet';
    expect(content.includes(`again <t:${(now + 60_000) / 1000}:R>`)).toBe(isOpen);
  });

  it('shows how complete the categories of the newest digest were', () => {
    const categories = ['cs.CL', 'cs.CV', 'cs.LG', 'cs.RO', 'hep-th'].map((category, index) =>
      receipt(category, 108, index === 4 ? 107 : 108, index),
    );
    const counted = [{ source: 'arxiv', date: '2026-03-11', categories }];
    const runs = ['2026-03-11', '2026-03-10'].map((date) => ({
      run: run({ date, counted }),
      state: 'delivered' as const,
      reason: null,
      parts: [],
    }));
    const content = show({ runs });
    expect(content.split('\n').slice(-2)).toEqual([
      '• Wednesday 11 March 2026: **delivered**, 9 of 9 matching papers, 1,000 announced, ' +
        'cs.CL 108 of 108 announced, 0 matched, cs.CV 108 of 108 announced, 1 matched, ' +
        'cs.LG 108 of 108 announced, 2 matched, 2 more categories: 1 of them incomplete',
      '• Tuesday 10 March 2026: **delivered**, 9 of 9 matching papers, 1,000 announced',
    ]);
  });

  it('adds up the days of a digest that covers several', () => {
    const counted = ['2026-03-10', '2026-03-11'].map((date) => ({
      source: 'arxiv',
      date,
      categories: [receipt('cs.CL', 50, 49, 7)],
    }));
    const content = show({ runs: [{ run: run({ counted }), state: 'delivered', reason: null, parts: [] }] });
    expect(content).toContain('cs.CL 98 of 100 announced, 7 matched');
  });

  it('fits into a message even if everything fails', () => {
    const reason = 'The service says at great length that it is very sorry. '.repeat(10);
    const missing = ['arxiv', 'huggingface', 'biorxiv', 'medrxiv'].map((source) => ({
      source,
      name: `The long name of ${source}`,
      date: '2026-03-11',
      state: 'failed' as const,
    }));
    const counted = [
      {
        source: 'arxiv',
        date: '2026-03-11',
        categories: ['cond-mat.mes-hall', 'astro-ph.CO', 'q-bio.NC', 'cs.CL'].map((category) =>
          receipt(category, 1_000, 999, 99),
        ),
      },
    ];
    const runs = Array.from({ length: 5 }, () => ({
      run: run({ missing, counted }),
      state: 'failed' as const,
      reason,
      parts: [],
    }));
    const sources = missing.map(({ name }) => ({
      name,
      listing: listing({ state: 'failed', reason }),
      day: 'expected' as const,
    }));
    const content = show({
      runs,
      sources,
      missingPermissions: ['Send Messages', 'Embed Links', 'Read Message History'],
    });
    expect(content.length).toBeLessThanOrEqual(2_000);
    for (const { name } of missing) expect(content).toContain(`${name}: **failed**`);
  });
});

import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/health/metrics.ts';
import { codeIn, readPage } from '../docs/markdown.ts';
import { queryNames, readMetrics } from './prometheus-text.ts';

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly datasource?: { readonly type: string; readonly uid: string };
  readonly gridPos: { readonly h: number; readonly w: number; readonly x: number; readonly y: number };
  readonly targets?: readonly { readonly refId: string; readonly expr: string; readonly datasource: unknown }[];
}

interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly schemaVersion: number;
  readonly panels: readonly Panel[];
  readonly templating: {
    readonly list: readonly { readonly name: string; readonly type: string; readonly definition?: string }[];
  };
}

const dashboard: Dashboard = JSON.parse(readFileSync('docs/grafana.json', 'utf8'));
const { panels, templating } = dashboard;
const charts = panels.filter(({ type }) => type !== 'row');
const expressions = charts.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const));

/** The metrics that exist, and their labels, from the page of a bot to which each kind of thing happened. */
let served: readonly string[];
let labels: ReadonlyMap<string, ReadonlySet<string>>;
beforeAll(async () => {
  using metrics = createMetrics(
    {
      store: {
        outboxDepth: async () => ({ planned: 1, sending: 0, retry: 0, blocked: 0 }),
        recentListings: async () => [],
        proveWritable: async () => {},
      },
      sources: [{ id: 'arxiv', name: 'arXiv' }],
      gateway: () => ({ isConnected: true, latencyMs: 40, shards: 1, connected: 1, isStandby: false }),
      clock: () => 0,
    },
    '1.2.3',
  );
  metrics.meter({ kind: 'pull', source: 'arxiv', outcome: 'pulled', newPapers: 3 });
  metrics.meter({ kind: 'digest', outcome: 'planned', matched: 3, shown: 2 });
  metrics.meter({ kind: 'delivery', channelId: '1', outcome: 'sent', ms: 400 });
  metrics.meter({ kind: 'answer', status: 200 });
  const read = readMetrics(await metrics.text());
  served = queryNames(read);
  labels = labelsOf([...read.samples.keys()]);
});

function labelsOf(samples: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>();
  for (const sample of samples) {
    const [name = '', rest = ''] = sample.split('{', 2);
    const known = all.get(name) ?? new Set();
    for (const [, label = ''] of rest.matchAll(/(\w+)="/g)) known.add(label);
    all.set(name, known);
  }
  return all;
}

/** What Grafana makes of an expression before Prometheus reads it. */
const filledIn = (expression: string): string =>
  expression.replaceAll('$__rate_interval', '5m').replaceAll('$__range', '1d').replaceAll('$instance', '.*');

/** The texts of the nodes of a kind, by Prometheus's own grammar. */
function nodes(expression: string, ...kinds: readonly string[]): readonly string[] {
  const found: string[] = [];
  parser.parse(expression).iterate({
    enter({ name, from, to }) {
      if (kinds.includes(name)) found.push(expression.slice(from, to));
    },
  });
  return found;
}

const isValid = (expression: string): boolean => {
  let isSound = true;
  parser.parse(expression).iterate({
    enter({ type }) {
      if (type.isError) isSound = false;
    },
  });
  return isSound;
};

describe('an expression of the dashboard', () => {
  it.each(expressions)('of “%s” is valid: %s', (_title, expression) => {
    expect(isValid(filledIn(expression))).toBe(true);
    expect(isValid(`${filledIn(expression)})`)).toBe(false);
  });

  it.each(expressions)('of “%s” asks for metrics that exist: %s', (_title, expression) => {
    const asked = nodes(filledIn(expression), 'VectorSelector').map((selector) => selector.replace(/\{.*/s, ''));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((name) => !served.includes(name))).toEqual([]);
  });

  it.each(expressions)('of “%s” names labels that its metrics have: %s', (_title, expression) => {
    const text = filledIn(expression);
    const ofScrape = ['instance', 'job'];
    for (const selector of nodes(text, 'VectorSelector')) {
      const name = selector.replace(/\{.*/s, '');
      const named = [...nodes(selector, 'UnquotedLabelMatcher').map((matcher) => matcher.replace(/[=!~].*/s, ''))];
      expect(named.filter((label) => !labels.get(name)?.has(label) && !ofScrape.includes(label))).toEqual([]);
    }
    const grouped = nodes(text, 'GroupingLabels').flatMap((list) => list.match(/\w+/g) ?? []);
    const all = new Set([...ofScrape, ...[...labels.values()].flatMap((one) => [...one])]);
    expect(grouped.filter((label) => !all.has(label))).toEqual([]);
  });
});

describe('the dashboard', () => {
  it('shows every metric of the bot', () => {
    const shown = expressions
      .flatMap(([, expression]) => nodes(filledIn(expression), 'VectorSelector'))
      .map((selector) => selector.replace(/\{.*/s, ''));
    expect(served.filter((name) => name.startsWith('paperboy_') && !shown.includes(name))).toEqual([]);
  });

  it('has what Grafana needs', () => {
    expect(dashboard).toMatchObject({ uid: 'paperboy', title: 'Paperboy', schemaVersion: expect.any(Number) });
    expect(dashboard.schemaVersion).toBeGreaterThanOrEqual(36);
    expect(panels.filter(({ type }) => type === 'row').map(({ title }) => title)).toEqual([
      'Digests',
      'Pulls',
      'Discord',
      'Process',
    ]);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const panel of charts) {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how Grafana names a variable.
      expect(panel.datasource).toEqual({ type: 'prometheus', uid: '${datasource}' });
      expect(panel.description).not.toBe('');
      const names = (panel.targets ?? []).map(({ refId }) => refId);
      expect(names.length).toBeGreaterThan(0);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('asks which Prometheus and which bot it is about', () => {
    expect(templating.list.map(({ name, type }) => [name, type])).toEqual([
      ['datasource', 'datasource'],
      ['instance', 'query'],
    ]);
    const [, name = ''] = /^label_values\((\w+), instance\)$/.exec(templating.list[1]?.definition ?? '') ?? [];
    expect(served).toContain(name);
  });

  it('has panels that lie beside each other and not over each other', () => {
    const covered = new Set<string>();
    for (const { title, gridPos } of panels) {
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++)
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect(covered.has(`${x},${y}`), title).toBe(false);
          covered.add(`${x},${y}`);
        }
    }
  });
});

it('docs/hosting.md names every metric, and its alerts are valid', () => {
  const page = readFileSync('docs/hosting.md', 'utf8');
  const names = served.map((name) => name.replace(/_(bucket|sum|count)$/, ''));
  const written = page.replaceAll('`…_', '`nodejs_eventloop_lag_');
  expect(names.filter((name) => !written.includes(`\`${name}\``))).toEqual([]);
  const table = readPage('docs/hosting.md').tables.find(({ header }) => header[0] === 'alert');
  const alerts = (table?.rows ?? []).map(({ cells }) => codeIn(cells[1] ?? '')[0] ?? '');
  expect(alerts).toHaveLength(5);
  expect(alerts.filter((expression) => !isValid(expression))).toEqual([]);
  const asked = alerts.flatMap((one) => nodes(one, 'VectorSelector')).map((one) => one.replace(/\{.*/s, ''));
  expect(asked.filter((name) => name !== 'up' && !served.includes(name))).toEqual([]);
});

import { Counter, Gauge, Histogram, Registry } from '@prometheus-io/client';
import type { Measured, Meter } from '../ports.ts';
import { keepProcessMetrics } from './process-metrics.ts';
import { type HealthTools, lastSuccesses } from './readiness.ts';

/** The metrics of the bot: what was measured since the start, and what is asked at each scrape. */
export interface Metrics extends Disposable {
  readonly meter: Meter;
  readonly contentType: string;
  /** The metrics in Prometheus's text format. */
  text(): Promise<string>;
}

/** In seconds: most messages are posted at once, and some wait for hours until a channel can be posted to. */
const deliveryBuckets = [0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3_600, 21_600, 86_400];

/** Only `health.ts` imports this file, and only where the pages are on, because the library takes memory. */
export function createMetrics(tools: HealthTools, version: string): Metrics {
  const registry = new Registry();
  const closing = keepProcessMetrics(registry);
  const meter = keepCounters(registry);
  keepState(registry, tools);
  const build = { name: 'paperboy_build_info', help: 'The versions of Paperboy and Node; always 1.' };
  new Gauge({ ...build, labelNames: ['version', 'node'], registers: [registry] }).set(
    { version, node: process.versions.node },
    1,
  );
  return {
    meter,
    contentType: registry.contentType,
    text: () => registry.metrics(),
    [Symbol.dispose]: () => closing[Symbol.dispose](),
  };
}

/** The metrics that count what happens. */
function keepCounters(registry: Registry): Meter {
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const pulls = counter('paperboy_pulls_total', 'Pulls of listings, by source and outcome.', 'source', 'outcome');
  const papers = counter('paperboy_papers_new_total', 'Papers that were new, by source.', 'source');
  const digests = counter('paperboy_digests_total', 'Digests that were made, by outcome.', 'outcome');
  const matches = counter('paperboy_matches_total', 'Papers that matched topics, of all digests.');
  const shown = counter('paperboy_papers_shown_total', 'Papers that digests show, of all digests.');
  const deliveries = counter('paperboy_deliveries_total', 'Attempts to deliver a message, by outcome.', 'outcome');
  const answers = counter('paperboy_discord_responses_total', 'Answers of Discord to requests, by status.', 'status');
  const seconds = new Histogram({
    name: 'paperboy_delivery_seconds',
    help: 'Time from planning a message until it was posted.',
    buckets: deliveryBuckets,
    registers,
  });
  // A counter that begins at 1 shows no increase.
  answers.inc({ status: '429' }, 0);
  for (const outcome of ['sent', 'retry', 'blocked', 'uncertain', 'dropped']) deliveries.inc({ outcome }, 0);

  const count: { readonly [Kind in Measured['kind']]: (one: Extract<Measured, { kind: Kind }>) => void } = {
    pulling: () => undefined,
    pull({ source, outcome, newPapers }) {
      pulls.inc({ source, outcome });
      papers.inc({ source }, newPapers);
    },
    digest(digest) {
      digests.inc({ outcome: digest.outcome });
      matches.inc(digest.matched);
      shown.inc(digest.shown);
    },
    delivery({ outcome, ms }) {
      deliveries.inc({ outcome });
      if (outcome === 'sent') seconds.observe(Math.max(0, ms) / 1_000);
    },
    answer: ({ status }) => answers.inc({ status: String(status) }),
  };
  return (one: Measured) => (count[one.kind] as (one: Measured) => void)(one);
}

/** The metrics that are asked at each scrape. */
function keepState(registry: Registry, tools: HealthTools): void {
  const registers = [registry];
  new Gauge({
    name: 'paperboy_outbox_messages',
    help: 'Messages that are not finished, by state.',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      for (const [state, messages] of Object.entries(await tools.store.outboxDepth())) this.set({ state }, messages);
    },
  });
  new Gauge({
    name: 'paperboy_source_last_success_timestamp_seconds',
    help: 'When a pull of the source last succeeded.',
    labelNames: ['source'],
    registers,
    async collect() {
      const last = await lastSuccesses(tools);
      for (const { id } of tools.sources) this.set({ source: id }, (last.get(id) ?? 0) / 1_000);
    },
  });
  if (tools.gateway !== null) keepGateway(registers, tools.gateway);
}

/** A process that waits for another one has no value, so that it looks like no outage. */
function keepGateway(registers: Registry[], readGateway: NonNullable<HealthTools['gateway']>): void {
  new Gauge({
    name: 'paperboy_gateway_connected',
    help: 'Whether the process is connected to the gateway of Discord, with all of its shards: 1 or 0; NaN if it waits.',
    registers,
    collect() {
      const { isConnected, isStandby } = readGateway();
      this.set(isStandby ? Number.NaN : Number(isConnected));
    },
  });
  new Gauge({
    name: 'paperboy_gateway_latency_seconds',
    help: 'Time from the last heartbeat to its answer; NaN before the first.',
    registers,
    collect() {
      this.set((readGateway().latencyMs ?? Number.NaN) / 1_000);
    },
  });
}

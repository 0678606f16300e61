import type { Logger, Meter } from '../ports.ts';
import type { Metrics } from './metrics.ts';
import type { Page, Pages } from './page-server.ts';
import { type Condition, createReadiness, type HealthTools } from './readiness.ts';

/** The health pages, and the meter whose counts they show. */
export interface Health extends AsyncDisposable {
  /** Absent if the pages are off. */
  readonly meter?: Meter;
}

export interface HealthOptions extends HealthTools {
  readonly log: Logger;
  readonly version: string;
}

/** Null as a port means that the pages are off. Nothing is loaded then. */
interface HealthPlace {
  readonly healthHost: string;
  readonly healthPort: number | null;
}

/**
 * Serves the health pages, if the host wants them.
 * @throws HttpPortError if the port or the address cannot be used
 */
export async function openHealth({ healthHost, healthPort }: HealthPlace, options: HealthOptions): Promise<Health> {
  await using opened = new AsyncDisposableStack();
  if (healthPort === null) return opened.move();
  const { createMetrics } = await import('./metrics.ts');
  const { servePages } = await import('./page-server.ts');
  const metrics = opened.use(createMetrics(options, options.version));
  const server = opened.use(
    await servePages(pagesOf(metrics, options), { host: healthHost, port: healthPort }, options.log),
  );
  options.log.info({ event: 'health.ready', url: server.url }, `health pages: ${server.url}/readyz`);
  const closing = opened.move();
  return { meter: metrics.meter, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}

function pagesOf(metrics: Metrics, tools: HealthTools): Pages {
  const readConditions = createReadiness(tools);
  return {
    '/healthz': () => ({ status: 200, text: 'ok' }),
    '/readyz': async () => readyPage(await readConditions()),
    '/metrics': async () => ({ status: 200, text: await metrics.text(), type: metrics.contentType }),
  };
}

/** A line for each condition. */
const readyPage = (conditions: readonly Condition[]): Page => ({
  status: conditions.every(({ isMet }) => isMet) ? 200 : 503,
  text: conditions.map(({ name, isMet, text }) => `${isMet ? 'ok' : 'fail'} ${name}: ${text}`).join('\n'),
});

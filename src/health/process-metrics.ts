import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, type Registry } from '@prometheus-io/client';

/** How often the lag of the event loop is measured, in milliseconds. */
const resolution = 10;
const perNanosecond = 1e-9;
const perMicrosecond = 1e-6;

/**
 * Adds the metrics of the process, under the names that Prometheus clients for Node use. The library's own collection
 * has thirty more, and cannot be ended. Disposing this one ends its measurements.
 */
export function keepProcessMetrics(registry: Registry): Disposable {
  const registers = [registry];
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  // The delay includes the wait for the next measurement.
  const lag = (nanoseconds: number) => Math.max(0, nanoseconds * perNanosecond - resolution / 1_000);
  gauge('nodejs_eventloop_lag_p50_seconds', 'Median lag of the event loop.', () => lag(delay.percentile(50)));
  gauge('nodejs_eventloop_lag_p99_seconds', 'Lag of the event loop, percentile 99.', () => lag(delay.percentile(99)));
  // Read last: the next scrape begins again.
  gauge('nodejs_eventloop_lag_max_seconds', 'Longest lag of the event loop since the last scrape.', () => {
    const longest = lag(delay.max);
    delay.reset();
    return longest;
  });
  gauge('process_resident_memory_bytes', 'Resident memory.', () => process.memoryUsage.rss());
  gauge('nodejs_heap_size_used_bytes', 'Used heap of V8.', () => process.memoryUsage().heapUsed);
  gauge('process_start_time_seconds', 'When the process started.', () => Date.now() / 1_000 - process.uptime());
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Time of the processor, of the program and the system for it.',
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) * perMicrosecond);
    },
  });
  return { [Symbol.dispose]: () => void delay.disable() };
}

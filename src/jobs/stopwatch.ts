/** How many milliseconds have passed since it was started. */
export type Stopwatch = () => number;

/**
 * Starts a stopwatch that trusts the clock that says more: the monotonic one stands still while the machine sleeps, and
 * the other one can be set.
 */
export function startStopwatch(): Stopwatch {
  const [monotonic, set] = [performance.now(), Date.now()];
  return () => Math.max(performance.now() - monotonic, Date.now() - set);
}

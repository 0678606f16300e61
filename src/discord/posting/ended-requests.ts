import type { REST } from 'discord.js';
import type { Pace } from './pace.ts';

const methods: ReadonlySet<unknown> = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** Limits a REST: once the signal aborts, requests that wait do not leave, and those that have left are given up. */
export const untilEnded = <Rest extends Partial<REST>>(rest: Rest, ended: AbortSignal): Rest =>
  new Proxy(rest, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name, target);
      if (typeof method !== 'function' || !methods.has(name)) return method;
      return async (route: unknown, options?: object): Promise<unknown> => {
        ended.throwIfAborted();
        // A signal of its own, because the library leaves its listeners at a signal.
        const cut = new AbortController();
        const end = () => cut.abort(ended.reason);
        ended.addEventListener('abort', end);
        try {
          return await Reflect.apply(method, target, [route, { ...options, signal: cut.signal }]);
        } finally {
          ended.removeEventListener('abort', end);
        }
      };
    },
  });

/** The same pace, that checks something just before each request leaves, however long it has waited. */
export const checkingPace = (pace: Pace, check: () => void): Pace => ({
  run: (urgency, request) =>
    pace.run(urgency, () => {
      check();
      return request();
    }),
});

import type { REST } from 'discord.js';
import type { Store } from '../../src/store/store.ts';

/** The requests that posting needs. */
export type MessageRest = Pick<REST, 'get' | 'post'>;

/** Called at each crash point with its name. It ends the process or throws if the process dies there. */
export type Reach = (point: string) => void;

/** Verbs that write nothing. A death after one of them equals a death after the write before it. */
const readers =
  /^(changedPapers|deliveries|digest|due|has|listing|recent|news|last|late|paper|posted|reviewed|stray|channel|subscriptions|counts)/;

/**
 * Names each commit that changed something, before anyone in the process knows of it. Each verb first asserts that the
 * process lives, because the code that handles the error of a death must not write.
 */
export function watchStore(store: Store, reach: Reach, assertAlive: () => void): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const verb: unknown = Reflect.get(target, name, receiver);
      if (typeof verb !== 'function' || typeof name === 'symbol' || readers.test(name)) return verb;
      return async (...given: unknown[]) => {
        assertAlive();
        const result: unknown = await verb.apply(target, given);
        if (!Array.isArray(result) || result.length > 0) reach(`${name} committed`);
        return result;
      };
    },
  });
}

/** Names each request twice: before it is sent, and when Discord's answer has arrived but nobody has read it. */
export function watchRest(rest: MessageRest, reach: Reach): MessageRest {
  const watched =
    (verb: 'get' | 'post', name: string): REST['get'] =>
    async (...given) => {
      reach(`${name} leaving`);
      const [answer] = await Promise.allSettled([rest[verb](...given)]);
      reach(`${name} answered`);
      if (answer.status === 'rejected') throw answer.reason;
      return answer.value;
    };
  return { get: watched('get', 'look-up'), post: watched('post', 'send') };
}

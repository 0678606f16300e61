import type { REST } from 'discord.js';
import type { Store } from '../../src/store/store.ts';

/** The requests that posting needs. */
export type MessageRest = Pick<REST, 'get' | 'post'>;

/** Called at each crash point with its name; ends the process, or throws, where the process is to die there. */
export type Reach = (point: string) => void;

/** Verbs that write nothing: to die after one of them is to die after the write before it. */
const readers =
  /^(deliveries|digest|due|interrupted|listing|recent|news|last|late|paper|posted|stray|channel|subscriptions|counts)/;

/**
 * Names each commit that changed something, once it is made and before anyone in the process knows. Each verb asks
 * first whether the process lives: in a dead one, what handles the error of its death must write nothing.
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

/** Names each request twice: when it is about to leave, and when Discord's answer is there and nobody has seen it. */
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

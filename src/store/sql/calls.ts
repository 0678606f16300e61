import type { Verb, VerbOfMany } from './connection.ts';

/** Answers calls one after another. */
export const oneByOne =
  <Given extends unknown[], Result>(verb: Verb<Given, Result>): VerbOfMany<Given, Result> =>
  async (calls) => {
    const results: Result[] = [];
    for (const given of calls) results.push(await verb(...given));
    return results;
  };

/** Answers calls together, except those with the key of an earlier one: they come after it, in their order. */
export const onceByKey =
  <Given extends unknown[], Result>(
    keyOf: (...given: Given) => string,
    verb: VerbOfMany<Given, Result>,
  ): VerbOfMany<Given, Result> =>
  async (calls) => {
    const results = new Map<Given, Result>();
    for (let left = calls; left.length > 0; left = left.filter((given) => !results.has(given))) {
      const keys = new Set<string>();
      const round = left.filter((given) => keys.size < keys.add(keyOf(...given)).size);
      for (const [index, result] of (await verb(round)).entries()) results.set(round[index] as Given, result);
    }
    return calls.map((given) => results.get(given) as Result);
  };

import type { Verb, VerbOfMany } from '../sql/connection.ts';
import { StoreError } from '../store-error.ts';
import type { Transactions } from './transactions.ts';

/** A verb of which one transaction can run many calls. */
export interface JointVerb<Given extends unknown[], Result> extends Verb<Given, Result> {
  /** Runs all of the calls, or none of them. */
  readonly together: VerbOfMany<Given, Result>;
}

/** @param verb it answers many calls with few statements */
export function jointVerb<Given extends unknown[], Result>(
  verb: VerbOfMany<Given, Result>,
  transact: Transactions,
): JointVerb<Given, Result> {
  const together: VerbOfMany<Given, Result> = (calls) => transact('writing', () => verb(calls));
  const alone: Verb<Given, Result> = async (...given) => (await together([given]))[0] as Result;
  return Object.assign(alone, { together });
}

export const isJoint = <Given extends unknown[], Result>(verb: Verb<Given, Result>): verb is JointVerb<Given, Result> =>
  'together' in verb;

/** How many calls one transaction runs at most. */
const callsAtMost = 50;

interface Call<Given extends unknown[], Result> {
  readonly given: Given;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/** Otherwise the server cannot be reached, and the calls may have happened. */
const isFailureOfOne = (error: unknown): boolean =>
  !(error instanceof StoreError && (error.code === 'unreachable' || error.code === 'closed'));

/**
 * Gathers the calls that come within a turn of the event loop, or while others run, and runs them together. If one of them
 * fails, each is run alone, so that it succeeds or fails independently. Only one transaction runs at a time, because two
 * would get in each other's way.
 */
export function gathering<Given extends unknown[], Result>({
  alone,
  together,
}: {
  readonly alone: Verb<Given, Result>;
  readonly together: JointVerb<Given, Result>['together'];
}): Verb<Given, Result> {
  const waiting: Call<Given, Result>[] = [];
  let isRunning = false;

  const runAlone = ({ given, resolve, reject }: Call<Given, Result>) => alone(...given).then(resolve, reject);
  async function runTogether(calls: readonly Call<Given, Result>[]): Promise<void> {
    try {
      const results = await together(calls.map(({ given }) => given));
      for (const [index, call] of calls.entries()) call.resolve(results[index] as Result);
    } catch (error) {
      for (const call of calls) isFailureOfOne(error) ? await runAlone(call) : call.reject(error);
    }
  }
  async function runWaiting(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) await runTogether(waiting.splice(0, callsAtMost));
    isRunning = false;
  }
  return (...given) =>
    new Promise((resolve, reject) => {
      waiting.push({ given, resolve, reject });
      if (waiting.length === 1 && !isRunning) setImmediate(runWaiting);
    });
}

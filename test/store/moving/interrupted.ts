import type { MovingTarget } from '../../../src/store/moving/moving-database.ts';
import type { Connection, Statement } from '../../../src/store/sql/connection.ts';

/**
 * A target that calls `step` before each statement that runs in it, before each commit, and before and after it is settled.
 * The steps are numbered from 1.
 */
export function watched(target: MovingTarget, step: (number: number) => void): MovingTarget {
  let number = 0;
  const next = (): void => {
    number += 1;
    step(number);
  };
  return {
    ...target,
    prepare: async () => {
      next();
      const prepared = await target.prepare();
      next();
      return { ...prepared, connection: watchedConnection(prepared.connection, next) };
    },
    settle: async (numbers) => {
      next();
      await target.settle(numbers);
      next();
    },
  };
}

const watchedConnection = (connection: Connection, next: () => void): Connection => ({
  ...connection,
  atomic: (verb) =>
    connection.atomic(async (...given) => {
      const result = await verb(...given);
      next(); // The commit.
      return result;
    }),
  prepare: (statement) => watchedStatement(connection.prepare(statement), next) as never,
});

const watchedStatement = (
  statement: Statement<unknown[], unknown>,
  next: () => void,
): Statement<unknown[], unknown> => {
  const before =
    <Result>(run: (...given: unknown[]) => Promise<Result>) =>
    async (...given: unknown[]): Promise<Result> => {
      next();
      return await run(...given);
    };
  return {
    all: before((...given) => statement.all(...given)),
    get: before((...given) => statement.get(...given)),
    run: before((...given) => statement.run(...given)),
    pluck: () => watchedStatement(statement.pluck(), next),
    raw: () => watchedStatement(statement.raw(), next),
  };
};

/** Numbers from 1 to `most`, the same ones in each run. */
export function* drawn(most: () => number, seed = 2026): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 48_271) % 2_147_483_647;
    yield 1 + (state % Math.max(1, most()));
  }
}

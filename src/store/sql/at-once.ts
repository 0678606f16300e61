/**
 * Runs statements of a verb that do not depend on each other. PostgreSQL gets all of them before it answers the first,
 * which saves the way there and back. If one fails, the verb does not go on while others run, because its transaction ends.
 * @throws the first failure
 */
export async function atOnce<const Results extends readonly unknown[]>(
  running: {
    readonly [Index in keyof Results]: Promise<Results[Index]>;
  },
): Promise<Results> {
  const all = Promise.all(running);
  await Promise.allSettled([all, ...running]);
  return (await all) as unknown as Results;
}

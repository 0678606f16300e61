/** The result of some work, and how many turns the event loop gave to other work meanwhile. */
export async function countTurns<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly turns: number }> {
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  count();
  try {
    const result = await work();
    return { result, turns };
  } finally {
    isOver = true;
  }
}

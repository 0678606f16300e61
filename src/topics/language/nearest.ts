/**
 * The candidate with the smallest edit distance, in any case, or null if none is close enough to be meant.
 * @param mostEdits how many letters may be wrong. The default is three in ten, and always one: enough for typos, too few
 * to guess another word
 */
export function nearest(
  typed: string,
  candidates: readonly string[],
  mostEdits = Math.max(1, Math.floor(typed.length * 0.3)),
): string | null {
  const wanted = typed.toLowerCase();
  let fewest = mostEdits + 1;
  let found: string | null = null;
  for (const candidate of candidates) {
    // The distance costs the product of the lengths, so skip candidates whose length alone rules them out.
    if (Math.abs(candidate.length - wanted.length) >= fewest) continue;
    const edits = editDistance(wanted, candidate.toLowerCase());
    if (edits >= fewest) continue;
    fewest = edits;
    found = candidate;
  }
  return found;
}

/** The question whether the nearest candidate was meant: ` Did you mean arxiv?`. Empty if no candidate is near. */
export function didYouMean(typed: string, candidates: readonly string[]): string {
  const meant = nearest(typed, candidates);
  return meant === null ? '' : ` Did you mean ${meant}?`;
}

/** How many insertions, deletions, replacements and swaps of adjacent letters turn one text into the other. */
export function editDistance(from: string, to: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (isSame ? 0 : 1),
          isSwap ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;

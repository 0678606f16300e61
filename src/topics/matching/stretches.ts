import type { RunEnds, Runs } from './occurrences.ts';

/**
 * The runs in short stretches. From each start of a run there is one stretch: the first run of each list
 * from there on. It is short if at most `distance` of its tokens belong to none of these runs.
 */
export function markShortStretches(lists: readonly Runs[], distance: number, tokenCount: number): RunEnds {
  const kept = new Int32Array(tokenCount);
  const members = lists.map(firstMember);
  // The start of the last short stretch.
  let lastShort = -1;
  const keepIfShort = ({ start, end, since }: Member): void => {
    if (lastShort >= since && start < beyond) kept[start] = Math.max(kept[start] ?? 0, end);
  };
  for (let { first, last, others } = measure(members); last < beyond; { first, last, others } = measure(members)) {
    if (others <= distance) lastShort = first;
    for (const member of members) {
      if (member.start !== first) continue;
      keepIfShort(member);
      moveOn(member);
    }
  }
  members.forEach(keepIfShort);
  return kept;
}

/**
 * The run of one list in the current stretch. The stretch moves from start to start, so that every run comes and goes
 * once.
 */
interface Member {
  readonly list: Runs;
  index: number;
  /** The stretches from this start on have the run. */
  since: number;
  start: number;
  end: number;
}

/** The place of a member whose list has no run left. */
const beyond = 1 << 30;

const firstMember = (list: Runs): Member => ({
  list,
  index: 0,
  since: 0,
  start: list.starts[0] ?? beyond,
  end: list.ends[0] ?? beyond,
});

function moveOn(member: Member): void {
  member.since = member.start + 1;
  member.index += 1;
  member.start = member.list.starts[member.index] ?? beyond;
  member.end = member.list.ends[member.index] ?? beyond;
}

/** Where the stretch begins and ends, and how many of its tokens belong to none of its runs. */
function measure(members: readonly Member[]): { first: number; last: number; others: number } {
  let first = beyond;
  let last = 0;
  let covered = 0;
  for (const { start, end } of members) {
    if (start < first) first = start;
    if (end > last) last = end;
    covered += end - start;
  }
  return { first, last, others: last - first - covered };
}

import type { Paper, PublicationStatus } from '../../papers/paper.ts';
import { publicationStatus } from '../../papers/publication-status.ts';
import { statusesAskedFor } from '../language/condition.ts';
import type { TopicNode } from '../topic.ts';
import type { MatchBuffer } from './match-buffer.ts';

/**
 * Withdrawn papers and notices, which a topic leaves out unless it asks for them. They are dropped from the matches, and
 * not excluded by each topic: hardly any paper is one, so that a batch costs the same as without them.
 */
export interface LeftOutFilter {
  add(topic: number, root: TopicNode): void;
  remove(topic: number): void;
  /** Drops the papers that their topics leave out, in place. */
  drop(found: MatchBuffer, statuses: PaperStatuses): MatchBuffer;
}

/** The bit of each paper's status; 0 for research. Null if all papers are research. */
type PaperStatuses = Uint8Array | null;

const bits: Readonly<Record<PublicationStatus, number>> = { withdrawn: 1, notice: 2 };

/** How many papers are examined between two yields: a millisecond of work where their words are new. */
const papersAtATime = 64;

export function* statusesOf(papers: readonly Paper[]): Generator<void, PaperStatuses> {
  const statuses = new Uint8Array(papers.length);
  for (const [number, paper] of papers.entries()) {
    const status = publicationStatus(paper);
    if (status !== null) statuses[number] = bits[status];
    if (number % papersAtATime === papersAtATime - 1) yield;
  }
  return statuses.some((status) => status !== 0) ? statuses : null;
}

export function createLeftOutFilter(): LeftOutFilter {
  /** By topic: the statuses that it asks for. Few topics ask for any. */
  const asked = new Map<number, number>();
  return {
    add(topic, root) {
      const mask = statusesAskedFor(root).reduce((sum, status) => sum | bits[status], 0);
      if (mask !== 0) asked.set(topic, mask);
    },
    remove: (topic) => void asked.delete(topic),
    drop: (found, statuses) => (statuses === null ? found : keep(found, statuses, asked)),
  };
}

function keep(
  { topics, starts, papers, count }: MatchBuffer,
  statuses: Uint8Array,
  asked: ReadonlyMap<number, number>,
): MatchBuffer {
  let kept = 0;
  let length = 0;
  for (let at = 0, from = 0; at < count; at++) {
    const topic = topics[at] ?? 0;
    const leftOut = ~(asked.get(topic) ?? 0);
    const to = starts[at + 1] ?? 0;
    for (; from < to; from++) {
      const paper = papers[from] ?? 0;
      if (((statuses[paper] ?? 0) & leftOut) === 0) papers[length++] = paper;
    }
    if (length === starts[kept]) continue;
    topics[kept++] = topic;
    starts[kept] = length;
  }
  return { topics, starts, papers, count: kept };
}

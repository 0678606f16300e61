import type { Paper } from '../../papers/paper.ts';
import { matches } from '../../topics/matching/match.ts';
import { readPaper } from '../../topics/matching/paper-text.ts';
import type { Topic } from '../../topics/topic.ts';

/** The papers that a topic does not find, in small steps. */
export function* missedPapers(topic: Topic, papers: readonly Paper[]): Generator<void, readonly Paper[]> {
  const missed: Paper[] = [];
  for (const paper of papers) {
    if (!matches(topic, readPaper(paper))) missed.push(paper);
    yield;
  }
  return missed;
}

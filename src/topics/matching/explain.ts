import { publicationStatus } from '../../papers/publication-status.ts';
import { printTopic } from '../language/print.ts';
import type { Reason } from '../operators/operator.ts';
import { operatorOf } from '../operators/registry.ts';
import type { Term, Topic, TopicNode } from '../topic.ts';
import { holds, type Match, matches, reasonsOf } from './match.ts';
import type { PaperText } from './paper-text.ts';
import { showScore, writeStrictness } from './strictness.ts';

/** Why a paper matches, in a reader's words, once for each term: `“diffusion” in the title`, `in cs.LG`. */
export const explainMatch = (match: Match): readonly string[] => explainReasons(match.reasons);

/** The scores of a match by meaning, with their lines: `it scores 9.3, and the line is 8`. Empty for other matches. */
export const explainScores = ({ reasons }: Match): readonly string[] =>
  reasons.flatMap((reason) =>
    reason.field === 'meaning'
      ? [`it scores ${showScore(reason.score)}, and the line is ${writeStrictness(reason.term.strictness)}`]
      : [],
  );

function explainReasons(reasons: readonly Reason[]): readonly string[] {
  const mostTelling = new Map<Term, Reason>();
  for (const reason of reasons) {
    if (!mostTelling.has(reason.term)) mostTelling.set(reason.term, reason);
  }
  return [...new Set(Array.from(mostTelling.values(), explainReason))];
}

// A reason and the operator of its term belong to one kind, which the union type does not express.
const explainReason = (reason: Reason): string => operatorOf<Term>(reason.term).explain(reason as never);

/**
 * Why a paper does not match, in a reader's words, without a capital or a full stop: the first part of the topic that
 * fails. `no “diffusion” in title or abstract`, `excluded by -survey: “survey” in the title`. Null if it matches.
 */
export function explainMiss(topic: Topic, paper: PaperText): string | null {
  if (!holds(topic.root, paper)) return missOf(topic.root, paper);
  const status = publicationStatus(paper.paper);
  if (matches(topic, paper) || status === null) return null;
  return `${status === 'notice' ? 'a notice' : 'withdrawn'}, which only is:${status} asks for`;
}

/** How many failed alternatives are listed. The rest are counted. */
const toldAtMost = 3;

function missOf(node: TopicNode, paper: PaperText): string {
  switch (node.kind) {
    case 'all': {
      const failed = node.nodes.find((child) => !holds(child, paper));
      return failed === undefined ? '' : missOf(failed, paper);
    }
    case 'any': {
      const misses = [...new Set(node.nodes.map((child) => missOf(child, paper)))];
      const rest = misses.length - toldAtMost;
      const told = rest > 1 ? [...misses.slice(0, toldAtMost), `${rest} more alternatives fail`] : misses;
      return told.join('; ');
    }
    case 'not': {
      const why = explainReasons(reasonsOf(node.node, paper)).join(', ');
      return `excluded by ${printTopic(node)}${why === '' ? '' : `: ${why}`}`;
    }
    default:
      return operatorOf(node).explainMiss(node, paper);
  }
}

import { type Saying, saying } from '../../language/saying.ts';
import { publicationStatus } from '../../papers/publication-status.ts';
import { printTopic } from '../language/print.ts';
import type { Reason } from '../operators/operator.ts';
import { operatorOf } from '../operators/registry.ts';
import type { Term, Topic, TopicNode } from '../topic.ts';
import { holds, type Match, matches, reasonsOf } from './match.ts';
import type { PaperText } from './paper-text.ts';
import { showScore, writeStrictness } from './strictness.ts';

/** Why a paper matches, for a reader, once for each term: `“diffusion” in the title`, `in cs.LG`. */
export const explainMatch = (match: Match): readonly Saying[] => explainReasons(match.reasons);

/** The scores of a match by meaning, with their lines: `it scores 9.3, and the line is 8`. Empty for other matches. */
export const explainScores = ({ reasons }: Match): readonly Saying[] =>
  reasons.flatMap((reason) =>
    reason.field === 'meaning'
      ? [
          saying('reasons.scores', {
            score: showScore(reason.score),
            line: writeStrictness(reason.term.strictness),
          }),
        ]
      : [],
  );

function explainReasons(reasons: readonly Reason[]): readonly Saying[] {
  const mostTelling = new Map<Term, Reason>();
  for (const reason of reasons) {
    if (!mostTelling.has(reason.term)) mostTelling.set(reason.term, reason);
  }
  return distinct(Array.from(mostTelling.values(), explainReason));
}

/** Sayings that read the same are said once. */
function distinct(sayings: readonly Saying[]): readonly Saying[] {
  if (sayings.length < 2) return sayings;
  return [...new Map(sayings.map((one) => [JSON.stringify(one), one])).values()];
}

// A reason and the operator of its term belong to one kind, which the union type does not express.
const explainReason = (reason: Reason): Saying => operatorOf<Term>(reason.term).explain(reason as never);

/**
 * Why a paper does not match, without a capital or a full stop: the first part of the topic that fails. `no “diffusion”
 * in title or abstract`, `excluded by -survey: “survey” in the title`. Alternatives fail for several reasons. Null if it
 * matches.
 */
export function explainMiss(topic: Topic, paper: PaperText): readonly Saying[] | null {
  if (!holds(topic.root, paper)) return missOf(topic.root, paper);
  const status = publicationStatus(paper.paper);
  if (matches(topic, paper) || status === null) return null;
  const shown = status === 'notice' ? 'notice' : 'other';
  return [saying('reasons.onlyAsked', { status: shown, term: `is:${status}` })];
}

/** How many failed alternatives are listed. The rest are counted. */
const toldAtMost = 3;

function missOf(node: TopicNode, paper: PaperText): readonly Saying[] {
  switch (node.kind) {
    case 'all': {
      const failed = node.nodes.find((child) => !holds(child, paper));
      return failed === undefined ? [] : missOf(failed, paper);
    }
    case 'any': {
      const misses = distinct(node.nodes.flatMap((child) => missOf(child, paper)));
      const rest = misses.length - toldAtMost;
      return rest > 1 ? [...misses.slice(0, toldAtMost), saying('reasons.moreFail', { n: rest })] : misses;
    }
    case 'not': {
      const term = printTopic(node);
      const why = explainReasons(reasonsOf(node.node, paper));
      return [
        why.length === 0 ? saying('reasons.excluded', { term }) : saying('reasons.excludedBecause', { term, why }),
      ];
    }
    default:
      return [operatorOf(node).explainMiss(node, paper)];
  }
}

import { operatorOf } from './fields.ts';
import type { Match } from './match.ts';
import type { Reason } from './operator.ts';
import type { Term } from './topic.ts';

/** Why a paper is here, in a reader's words, once for each term that made it: `“diffusion” in the title`, `in cs.LG`. */
export function explainMatch(match: Match): readonly string[] {
  const mostTelling = new Map<Term, Reason>();
  for (const reason of match.reasons) {
    if (!mostTelling.has(reason.term)) mostTelling.set(reason.term, reason);
  }
  return [...new Set(Array.from(mostTelling.values(), explainReason))];
}

// The operator that found a reason explains it: both are of one term's kind, which a union does not show.
const explainReason = (reason: Reason): string => operatorOf<Term>(reason.term).explain(reason as never);

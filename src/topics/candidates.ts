import { operatorOf } from './fields.ts';
import type { Topic, TopicNode } from './topic.ts';

/**
 * What a paper must have to be able to match, for a store that finds papers by the tokens of `indexTokens`. A superset
 * of the matches: exclusions are left out, so whatever the store finds is still to be checked with `matches`.
 */
export type CandidateQuery =
  | { readonly kind: 'all'; readonly queries: readonly CandidateQuery[] }
  | { readonly kind: 'any'; readonly queries: readonly CandidateQuery[] }
  | CandidateTerm;

export interface CandidateTerm {
  readonly kind: 'term';
  /** `any` is title or abstract. */
  readonly field: 'any' | 'title' | 'authors' | 'categories';
  /** One or more, all of them required within the field. */
  readonly tokens: readonly string[];
  /** Whether the tokens stand next to each other and in this order. */
  readonly adjacent: boolean;
}

/** The tokens without which no paper matches the topic. */
export function requiredTerms(topic: Topic): CandidateQuery {
  const required = requiredOf(topic.root);
  if (required === null)
    throw new Error(`The topic “${topic.canonical}” was not made by parseTopic: it requires nothing.`);
  return required;
}

/** Null where the node requires nothing of a paper. */
function requiredOf(node: TopicNode): CandidateQuery | null {
  switch (node.kind) {
    case 'not':
      return null;
    case 'all':
      return joined(
        'all',
        node.nodes.map(requiredOf).filter((query) => query !== null),
      );
    case 'any': {
      const branches = node.nodes.map(requiredOf);
      // One branch that requires nothing makes the whole alternative require nothing.
      const bounded = branches.filter((query) => query !== null);
      return bounded.length < branches.length ? null : joined('any', bounded);
    }
    default:
      return operatorOf(node).require(node);
  }
}

function joined(kind: 'all' | 'any', queries: readonly CandidateQuery[]): CandidateQuery | null {
  const [first, second] = queries;
  if (first === undefined) return null;
  return second === undefined ? first : { kind, queries };
}

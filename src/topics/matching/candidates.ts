import { operatorOf } from '../operators/registry.ts';
import type { Topic, TopicNode } from '../topic.ts';
import { allOfQueries, anyOfQueries, anything } from './candidate-terms.ts';

/**
 * What a paper must have to be able to match, for a store that finds papers by the tokens of `indexTokens`. A superset
 * of the matches: exclusions are left out, so whatever the store finds is still to be checked with `matches`.
 * `anything` stands alone, never within `all` or `any`: the tokens tell nothing of the topic, every paper is to be checked.
 */
export type CandidateQuery = NarrowQuery | { readonly kind: 'anything' };

export type NarrowQuery =
  | { readonly kind: 'all'; readonly queries: readonly NarrowQuery[] }
  | { readonly kind: 'any'; readonly queries: readonly NarrowQuery[] }
  | CandidateTerm;

export interface CandidateTerm {
  readonly kind: 'term';
  /** A stream of `IndexTokens`; `any` is title or abstract. */
  readonly field: 'any' | 'title' | 'abstract' | 'authors' | 'categories' | 'comment' | 'facts';
  /** One or more, all of them required within the field. */
  readonly tokens: readonly string[];
  /** Whether the tokens stand next to each other and in this order. */
  readonly adjacent: boolean;
  /** Whether the last token stands for every token that begins with it. Then the tokens are adjacent, or it is alone. */
  readonly isPrefix: boolean;
}

/** The tokens without which no paper matches the topic. */
export const requiredTerms = (topic: Topic): CandidateQuery => requiredOf(topic.root);

function requiredOf(node: TopicNode): CandidateQuery {
  switch (node.kind) {
    case 'not':
      return anything;
    case 'all':
      return allOfQueries(node.nodes.map(requiredOf));
    case 'any':
      return anyOfQueries(node.nodes.map(requiredOf));
    default:
      return operatorOf(node).require(node);
  }
}

import { operatorOf } from '../operators/registry.ts';
import type { Topic, TopicNode } from '../topic.ts';
import { allOfQueries, anyOfQueries, anything, type CandidateQuery } from './candidate-terms.ts';

/** The tokens that a paper needs in order to match the topic. */
export const requiredTerms = (topic: Topic): CandidateQuery => requiredOf(topic.condition);

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

import { memoByObject } from '../../memo.ts';
import type { Reason } from '../operators/operator.ts';
import { operatorOf } from '../operators/registry.ts';
import type { Topic, TopicNode } from '../topic.ts';
import type { PaperText } from './paper-text.ts';

/** The reasons why a paper matches a topic. */
export interface Match {
  /** In the order of the topic's terms, each term's best reason first; at least one. */
  readonly reasons: readonly Reason[];
}

/** Whether the paper matches. `matchTopic` gives a match exactly then. */
export const matches = (topic: Topic, paper: PaperText): boolean => holds(topic.condition, paper);

/** Why the paper matches the topic, or null if it does not. */
export function matchTopic(topic: Topic, paper: PaperText): Match | null {
  return holds(topic.condition, paper) ? matchKnown(topic, paper) : null;
}

/** Why a paper matches, if it is known that it does. */
export const matchKnown = (topic: Topic, paper: PaperText): Match => ({ reasons: reasonsOf(topic.root, paper) });

/** Whether the paper meets this part of a topic. */
export function holds(node: TopicNode, paper: PaperText): boolean {
  switch (node.kind) {
    case 'all':
      return node.nodes.every((child) => holds(child, paper));
    case 'any':
      return node.nodes.some((child) => holds(child, paper));
    case 'not':
      return !holds(node.node, paper);
    default:
      return operatorOf(node).holds(node, paper);
  }
}

/**
 * The reasons of a node that holds. A term or an alternative that does not hold has none. Neither has an exclusion,
 * since nothing can be shown for what is absent.
 */
export function reasonsOf(node: TopicNode, paper: PaperText): readonly Reason[] {
  switch (node.kind) {
    case 'all':
      return distinctNodes(node.nodes).flatMap((child) => reasonsOf(child, paper));
    case 'any':
      return distinctNodes(node.nodes).flatMap((child) =>
        child.kind !== 'all' || holds(child, paper) ? reasonsOf(child, paper) : [],
      );
    case 'not':
      return [];
    default:
      return operatorOf(node).find(node, paper);
  }
}

/** What is asked twice has its reasons once. */
const distinctNodes = memoByObject((nodes: readonly TopicNode[]): readonly TopicNode[] => [
  ...new Map(nodes.map((node) => [JSON.stringify(node), node])).values(),
]);

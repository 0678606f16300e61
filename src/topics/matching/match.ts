import type { Reason } from '../operators/operator.ts';
import { operatorOf } from '../operators/registry.ts';
import type { Topic, TopicNode } from '../topic.ts';
import type { PaperText } from './paper-text.ts';

/** That a paper matches a topic, and what made it. */
export interface Match {
  /** In the order of the topic's terms, each term's most telling reason first; at least one. */
  readonly reasons: readonly Reason[];
}

/** Whether the paper matches: exactly where `matchTopic` gives a match. */
export const matches = (topic: Topic, paper: PaperText): boolean => holds(topic.root, paper);

/** Holds the topic against the paper and tells why it matches, or null where it does not. */
export function matchTopic(topic: Topic, paper: PaperText): Match | null {
  return holds(topic.root, paper) ? matchKnown(topic, paper) : null;
}

/** Why a paper matches of which it is known that it does. */
export const matchKnown = (topic: Topic, paper: PaperText): Match => ({ reasons: reasonsOf(topic.root, paper) });

/** Whether the paper has what this part of a topic asks for. */
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

/** Reasons of a node that holds; a term or an alternative that does not has none. An exclusion has none: what is absent cannot be shown. */
export function reasonsOf(node: TopicNode, paper: PaperText): readonly Reason[] {
  switch (node.kind) {
    case 'all':
      return node.nodes.flatMap((child) => reasonsOf(child, paper));
    case 'any':
      return node.nodes.flatMap((child) =>
        child.kind !== 'all' || holds(child, paper) ? reasonsOf(child, paper) : [],
      );
    case 'not':
      return [];
    default:
      return operatorOf(node).find(node, paper);
  }
}

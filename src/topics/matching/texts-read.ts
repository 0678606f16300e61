import type { PaperTextName } from '../operators/operator.ts';
import { operatorOf } from '../operators/registry.ts';
import type { Topic, TopicNode } from '../topic.ts';

/** The texts of a paper that decide whether it matches the topic. The others may be left empty. */
export const textsRead = (topic: Topic): ReadonlySet<PaperTextName> => new Set(readBy(topic.root));

function readBy(node: TopicNode): readonly PaperTextName[] {
  switch (node.kind) {
    case 'all':
    case 'any':
      return node.nodes.flatMap(readBy);
    case 'not':
      return readBy(node.node);
    default:
      return operatorOf(node).reads(node);
  }
}

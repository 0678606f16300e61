import { holds } from '../topics/matching/match.ts';
import type { PaperText } from '../topics/matching/paper-text.ts';
import { isWordTerm, type Topic, type TopicNode } from '../topics/topic.ts';

/**
 * Whether a paper that matches a topic is about it: met in its title, where what a paper is about stands, or by an
 * author or category, since what was asked for by field is met exactly. A word in the abstract may be said in passing.
 * Next to words, an author or a category only narrows: every paper of `robot cat:cs.RO` is in cs.RO, and those about
 * robots say so in the title.
 */
export const isAbout = (topic: Topic, text: PaperText): boolean => isToldBy(text.withoutAbstract, topic.root, text);

/** Whether what the paper has beside its abstract tells that it is about this part of a topic, which the whole has. */
function isToldBy(beside: PaperText, node: TopicNode, whole: PaperText): boolean {
  switch (node.kind) {
    case 'all': {
      const wordy = node.nodes.filter(asksForWords);
      return (wordy.length > 0 ? wordy : node.nodes).some((child) => isToldBy(beside, child, whole));
    }
    case 'any':
      return node.nodes.some((child) => isToldBy(beside, child, whole) && holds(child, whole));
    case 'not':
      return false;
    default:
      return holds(node, beside);
  }
}

function asksForWords(node: TopicNode): boolean {
  if (node.kind === 'all' || node.kind === 'any') return node.nodes.some(asksForWords);
  return isWordTerm(node);
}

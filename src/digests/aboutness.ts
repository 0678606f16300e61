import { holds } from '../topics/matching/match.ts';
import type { PaperText } from '../topics/matching/paper-text.ts';
import { isWordTerm, type Topic, type TopicNode } from '../topics/topic.ts';

/**
 * Whether a paper that matches a topic is about it: the match is in its title, or is an author or a category, which match
 * exactly. A word in the abstract may be said in passing. Beside words, an author or a category only narrows: every paper
 * of `robot cat:cs.RO` is in cs.RO, and a paper about robots has the word in its title.
 */
export const isAbout = (topic: Topic, text: PaperText): boolean => isToldBy(text.withoutAbstract, topic.root, text);

/** Whether the paper without its abstract is about this part of a topic. The whole paper matches the part. */
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
      // A sentence is compared with all of the paper.
      return holds(node, node.kind === 'about' ? whole : beside);
  }
}

function asksForWords(node: TopicNode): boolean {
  if (node.kind === 'all' || node.kind === 'any') return node.nodes.some(asksForWords);
  return isWordTerm(node);
}

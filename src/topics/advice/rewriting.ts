import type { Meaning } from '../../meaning/meaning.ts';
import { parseTopic } from '../language/parse.ts';
import { printTopic } from '../language/print.ts';
import { isWordTerm, type Term, type Topic, type TopicNode } from '../topic.ts';

/** The topic without this term. Null if nothing is left that could be a topic. */
export const withoutTerm = ({ root, meaning }: Topic, term: Term): Topic | null =>
  topicOf(rewritten(root, term, null), meaning);

/** The topic with another part in place of this term. Null if that is not a topic. */
export const withInstead = ({ root, meaning }: Topic, term: Term, instead: TopicNode): Topic | null =>
  topicOf(rewritten(root, term, instead), meaning);

/** A term of the topic as a topic of its own. Null if it is too wide for one. */
export const topicOfTerm = ({ meaning }: Topic, term: Term): Topic | null => topicOf(term, meaning);

/** Reads a topic that may be none. */
export function readOrNull(text: string, meaning: Meaning): Topic | null {
  const parsed = parseTopic(text, meaning);
  return parsed.ok ? parsed.topic : null;
}

const topicOf = (root: TopicNode | null, meaning: Meaning): Topic | null =>
  root === null ? null : readOrNull(printTopic(root), meaning);

function rewritten(node: TopicNode, term: Term, instead: TopicNode | null): TopicNode | null {
  if (node === term) return instead;
  switch (node.kind) {
    case 'all':
    case 'any': {
      const nodes = node.nodes.map((child) => rewritten(child, term, instead)).filter((child) => child !== null);
      const [first, second] = nodes;
      return first === undefined || second === undefined ? (first ?? null) : { ...node, nodes };
    }
    case 'not': {
      const child = rewritten(node.node, term, instead);
      return child === null ? null : { kind: 'not', node: child };
    }
    default:
      return node;
  }
}

/** The terms that a paper can have in order to match, in their order. Exclusions do not count. */
export function wantedTerms(node: TopicNode): readonly Term[] {
  switch (node.kind) {
    case 'all':
    case 'any':
      return node.nodes.flatMap(wantedTerms);
    case 'not':
      return [];
    default:
      return [node];
  }
}

/** The parts that a paper must have all of, if the topic is a sequence of two or more. */
export const requiredParts = ({ root }: Topic): readonly TopicNode[] => (root.kind === 'all' ? root.nodes : []);

/** Whether the part consists of words alone. */
export const asksForWords = (node: TopicNode): boolean => {
  const terms = wantedTerms(node);
  return node.kind !== 'not' && terms.length > 0 && terms.every(isWordTerm);
};

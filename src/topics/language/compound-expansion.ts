import type { TextTerm, TopicNode, TypedWord } from '../topic.ts';
import { compoundStem, isJoinable } from '../words/compounds.ts';

/**
 * Gives each plain word the compounds that it forms with the plain words beside it: `fine tuning` also finds
 * `finetuning`.
 */
export function expandCompounds(node: TopicNode): TopicNode {
  if (node.kind === 'not') return { ...node, node: expandCompounds(node.node) };
  if (node.kind !== 'all' && node.kind !== 'any') return node;
  const nodes = node.nodes.map(expandCompounds);
  return {
    ...node,
    nodes: node.kind === 'all' ? nodes.map((child, index) => withCompounds(child, nodes, index)) : nodes,
  };
}

function withCompounds(node: TopicNode, nodes: readonly TopicNode[], index: number): TopicNode {
  const word = plainWord(node);
  if (word === null) return node;
  const compounds = [compoundOf(nodes[index - 1], node), compoundOf(node, nodes[index + 1])].filter(
    (stem) => stem !== null,
  );
  return { ...word, compounds: [...new Set(compounds)] };
}

function compoundOf(first: TopicNode | undefined, second: TopicNode | undefined): string | null {
  const [one, other] = [plainWord(first), plainWord(second)];
  if (one === null || other === null || one.field !== other.field) return null;
  const [before, after] = [one.words[0], other.words[0]];
  return isJoinable(before, { ...after, gap: 'space' }) ? compoundStem(before, after) : null;
}

/** The term, if it is one plain word. */
function plainWord(node: TopicNode | undefined): (TextTerm & { readonly words: readonly [TypedWord] }) | null {
  if (node?.kind !== 'text') return null;
  const [word, ...others] = node.words;
  return word === undefined || others.length > 0 ? null : { ...node, words: [word] };
}

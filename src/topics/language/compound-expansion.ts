import type { TextTerm, TopicNode, TypedWord } from '../topic.ts';
import { isJoinable, solidStem } from '../words/compounds.ts';

/**
 * The same tree, in which each plain word knows the solid words that it makes with its plain neighbours: who types
 * `fine tuning` wants `finetuning`, too.
 */
export function joinNeighbours(node: TopicNode): TopicNode {
  if (node.kind === 'not') return { ...node, node: joinNeighbours(node.node) };
  if (node.kind !== 'all' && node.kind !== 'any') return node;
  const nodes = node.nodes.map(joinNeighbours);
  return { ...node, nodes: node.kind === 'all' ? nodes.map((child, index) => withSolids(child, nodes, index)) : nodes };
}

function withSolids(node: TopicNode, nodes: readonly TopicNode[], index: number): TopicNode {
  const word = plainWord(node);
  if (word === null) return node;
  const solids = [solidOf(nodes[index - 1], node), solidOf(node, nodes[index + 1])].filter((stem) => stem !== null);
  return { ...word, solids: [...new Set(solids)] };
}

function solidOf(first: TopicNode | undefined, second: TopicNode | undefined): string | null {
  const [one, other] = [plainWord(first), plainWord(second)];
  if (one === null || other === null || one.field !== other.field) return null;
  const [before, after] = [one.words[0], other.words[0]];
  return isJoinable(before, { ...after, gap: 'space' }) ? solidStem(before, after) : null;
}

/** The term, where it is of one plain word. */
function plainWord(node: TopicNode | undefined): (TextTerm & { readonly words: readonly [TypedWord] }) | null {
  if (node?.kind !== 'text') return null;
  const [word, ...others] = node.words;
  return word === undefined || others.length > 0 ? null : { ...node, words: [word] };
}

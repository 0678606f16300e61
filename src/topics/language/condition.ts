import type { PublicationStatus } from '../../papers/paper.ts';
import type { TopicNode } from '../topic.ts';

const statuses: readonly PublicationStatus[] = ['withdrawn', 'notice'];

/**
 * What a paper must meet to match a topic. A topic leaves out withdrawn papers and notices, each unless it asks for them:
 * `tides` is `tides -is:withdrawn -is:notice`, and `tides is:notice` is `tides is:notice -is:withdrawn`.
 */
export function conditionOf(root: TopicNode): TopicNode {
  const asked = statusesAskedFor(root);
  const leftOut = statuses
    .filter((status) => !asked.includes(status))
    .map((status): TopicNode => ({ kind: 'not', node: { kind: 'status', status } }));
  if (leftOut.length === 0) return root;
  return { kind: 'all', nodes: [...(root.kind === 'all' ? root.nodes : [root]), ...leftOut] };
}

/** The statuses that a topic asks for; nearly always none. */
export const statusesAskedFor = (root: TopicNode): readonly PublicationStatus[] =>
  statuses.filter((status) => asksFor(status, root, true));

/** An exclusion asks for nothing. */
function asksFor(status: PublicationStatus, node: TopicNode, isWanted: boolean): boolean {
  switch (node.kind) {
    case 'all':
    case 'any':
      return node.nodes.some((child) => asksFor(status, child, isWanted));
    case 'not':
      return asksFor(status, node.node, !isWanted);
    default:
      return isWanted && node.kind === 'status' && node.status === status;
  }
}

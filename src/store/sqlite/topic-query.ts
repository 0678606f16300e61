import { requiredTerms } from '../../topics/candidates.ts';
import { operatorOf } from '../../topics/fields.ts';
import type { Topic, TopicNode } from '../../topics/topic.ts';
import { fullTextQuery } from './full-text-query.ts';

/** A topic in the language of the full-text index. */
export interface TopicQuery {
  readonly text: string;
  /** Whether the index finds exactly what matches; otherwise it finds more, and each find is to be checked. */
  readonly isExact: boolean;
}

export function topicQuery(topic: Topic): TopicQuery {
  const exact = exactQuery(topic.root);
  return exact === null
    ? { text: fullTextQuery(requiredTerms(topic)), isExact: false }
    : { text: exact, isExact: true };
}

/** The query that finds exactly what the node matches, or null where FTS5 has none for it. */
function exactQuery(node: TopicNode): string | null {
  switch (node.kind) {
    case 'all':
      return exactSequence(node.nodes);
    case 'any':
      return joined(node.nodes.map(exactQuery), ' OR ');
    // FTS5 excludes from something only.
    case 'not':
      return null;
    // The index holds the stems of the very words that are compared, in their order, and the very keys of categories.
    case 'text':
    case 'category':
      return fullTextQuery(operatorOf(node).require(node));
    default:
      return null;
  }
}

function exactSequence(nodes: readonly TopicNode[]): string | null {
  const wanted = joined(nodes.filter(({ kind }) => kind !== 'not').map(exactQuery), ' AND ');
  const excluded = nodes.flatMap((node) => (node.kind === 'not' ? [exactQuery(node.node)] : []));
  if (excluded.length === 0 || wanted === null) return wanted;
  const unwanted = joined(excluded, ' OR ');
  return unwanted === null ? null : `(${wanted} NOT ${unwanted})`;
}

function joined(queries: readonly (string | null)[], operator: ' AND ' | ' OR '): string | null {
  const known = queries.filter((query) => query !== null);
  if (known.length === 0 || known.length < queries.length) return null;
  return `(${known.join(operator)})`;
}

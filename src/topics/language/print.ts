import { findField, operatorOf } from '../operators/registry.ts';
import type { TopicNode } from '../topic.ts';

/** The canonical text of a topic. It parses to the same tree. */
export const printTopic = (root: TopicNode): string => printNode(root, null);

/** @param field the field of the enclosing group, whose prefix is already written */
function printNode(node: TopicNode, field: string | null): string {
  const common = field === null ? commonField(node) : null;
  if (common !== null && (node.kind === 'all' || node.kind === 'any')) return `${common}:(${printNode(node, common)})`;
  switch (node.kind) {
    case 'all':
      return node.nodes.map((child) => printPart(child, field)).join(isList(field) ? ' AND ' : ' ');
    case 'any':
      return node.nodes.map((child) => printNode(child, field)).join(' OR ');
    case 'not':
      return `-${printPart(node.node, field)}`;
    default: {
      const written = operatorOf(node).write(node);
      return written.field === null || written.field === field ? written.value : `${written.field}:${written.value}`;
    }
  }
}

/** Writes a node where only one operand can stand. */
const printPart = (node: TopicNode, field: string | null): string =>
  isGroup(node, field) ? `(${printNode(node, field)})` : printNode(node, field);

/** Whether the node is printed as several operands, and not as a field's own group. */
const isGroup = (node: TopicNode, field: string | null): boolean =>
  (node.kind === 'all' || node.kind === 'any') && (field !== null || commonField(node) === null);

/** The field that all terms of the node share, or null. */
function commonField(node: TopicNode): string | null {
  switch (node.kind) {
    case 'all':
    case 'any': {
      const [first, ...others] = node.nodes.map(commonField);
      return first !== undefined && others.every((other) => other === first) ? first : null;
    }
    case 'not':
      return commonField(node.node);
    default:
      return operatorOf(node).write(node).field;
  }
}

const isList = (field: string | null): boolean => field !== null && findField(field)?.listsAlternatives === true;

import { operatorOf } from '../operators/registry.ts';
import { type Term, type TopicNode, topicLimits } from '../topic.ts';
import { type Span, spanFrom } from './syntax-error.ts';
import { complaints } from './syntax-messages.ts';

/** A part of a topic, and where it stands in the typed text. */
export interface Parsed {
  readonly node: TopicNode;
  readonly span: Span;
  /** Where nearly every paper has what the part asks for, or null. */
  readonly unbounded: Unbounded | null;
  /** What the part excludes, where it is an exclusion. */
  readonly excluded?: Parsed;
}

interface Unbounded {
  readonly span: Span;
  /** Whether the part asks for nothing but absence, or for what too many have. */
  readonly by: 'absence' | 'width';
}

export const termOf = (term: Term, span: Span): Parsed => ({
  node: term,
  span,
  unbounded: operatorOf(term).isWide(term) ? { span, by: 'width' } : null,
});

/** All of the parts; those that are sequences themselves become part of this one. One part stays what it is. */
export function allOf(parts: readonly Parsed[]): Parsed {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  const span = spanOf(parts);
  const nodes = parts.flatMap(({ node }) => (node.kind === 'all' ? node.nodes : [node]));
  const isBounded = parts.some((part) => part.unbounded === null);
  const by = parts.some((part) => part.unbounded?.by === 'width') ? 'width' : 'absence';
  return withinDepth({ node: { kind: 'all', nodes }, span, unbounded: isBounded ? null : { span, by } });
}

/** Any of the parts; those that are alternatives themselves become part of this one. One part stays what it is. */
export function anyOf(parts: readonly Parsed[]): Parsed {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  const nodes = parts.flatMap(({ node }) => (node.kind === 'any' ? node.nodes : [node]));
  const unbounded = parts.map((part) => part.unbounded).find((part) => part !== null) ?? null;
  return withinDepth({ node: { kind: 'any', nodes }, span: spanOf(parts), unbounded });
}

/** Not the part; to exclude an exclusion is to ask for what it excludes. */
export function notOf(minus: Span, part: Parsed): Parsed {
  const span = spanFrom(minus, part.span);
  if (part.excluded !== undefined) return { ...part.excluded, span };
  const node: TopicNode = { kind: 'not', node: part.node };
  return withinDepth({ node, span, unbounded: { span, by: 'absence' }, excluded: part });
}

function spanOf(parts: readonly Parsed[]): Span {
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) throw new Error('There is no topic of no parts.');
  return spanFrom(first.span, last.span);
}

function withinDepth(part: Parsed): Parsed {
  if (depthOf(part.node) <= topicLimits.depth) return part;
  throw complaints.tooDeep(part.span);
}

/** How many nodes lie one within another above the deepest term. */
function depthOf(node: TopicNode): number {
  switch (node.kind) {
    case 'all':
    case 'any':
      return 1 + Math.max(...node.nodes.map(depthOf));
    case 'not':
      return 1 + depthOf(node.node);
    default:
      return 0;
  }
}

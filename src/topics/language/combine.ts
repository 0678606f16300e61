import { operatorOf } from '../operators/registry.ts';
import { type Term, type TopicNode, topicLimits } from '../topic.ts';
import { type Span, spanFrom } from './syntax-error.ts';
import { syntaxErrors } from './syntax-messages.ts';

/** A part of a topic and where it stands in the typed text. */
export interface Parsed {
  readonly node: TopicNode;
  readonly span: Span;
  /** Where the part would let nearly every paper through, or null. */
  readonly unbounded: Unbounded | null;
  /** What the part excludes, if it is an exclusion. */
  readonly excluded?: Parsed;
}

interface Unbounded {
  readonly span: Span;
  /** Whether the part asks only for absence, or for something too common. */
  readonly by: 'absence' | 'width';
}

export const termOf = (term: Term, span: Span): Parsed => ({
  node: term,
  span,
  unbounded: operatorOf(term).isWide(term) ? { span, by: 'width' } : null,
});

/** All of the parts. Nested sequences are flattened, and a single part is returned as it is. */
export function allOf(parts: readonly Parsed[]): Parsed {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  const span = spanOf(parts);
  const nodes = parts.flatMap(({ node }) => (node.kind === 'all' ? node.nodes : [node]));
  const isBounded = parts.some((part) => part.unbounded === null);
  const by = parts.some((part) => part.unbounded?.by === 'width') ? 'width' : 'absence';
  return withinDepth({ node: { kind: 'all', nodes }, span, unbounded: isBounded ? null : { span, by } });
}

/** Any of the parts. Nested alternatives are flattened, and a single part is returned as it is. */
export function anyOf(parts: readonly Parsed[]): Parsed {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  const nodes = parts.flatMap(({ node }) => (node.kind === 'any' ? node.nodes : [node]));
  const unbounded = parts.map((part) => part.unbounded).find((part) => part !== null) ?? null;
  return withinDepth({ node: { kind: 'any', nodes }, span: spanOf(parts), unbounded });
}

/** A list of values of which any will do, without those that are excluded: `cs.AI cs.CV -cs.LG`. */
export function listOf(values: readonly Parsed[]): Parsed {
  const wanted = values.filter((value) => value.excluded === undefined);
  const excluded = values.filter((value) => value.excluded !== undefined);
  return allOf([...(wanted.length > 0 ? [anyOf(wanted)] : []), ...excluded]);
}

/** Excludes the part. Excluding an exclusion gives what it excludes. */
export function notOf(minus: Span, part: Parsed): Parsed {
  const span = spanFrom(minus, part.span);
  if (part.excluded !== undefined) return { ...part.excluded, span };
  const node: TopicNode = { kind: 'not', node: part.node };
  return withinDepth({ node, span, unbounded: { span, by: 'absence' }, excluded: part });
}

function spanOf(parts: readonly Parsed[]): Span {
  if (parts.length === 0) throw new Error('A topic needs at least one part.');
  const inOrder = parts.map((part) => part.span).toSorted((one, other) => one.position - other.position);
  return inOrder.reduce(spanFrom);
}

function withinDepth(part: Parsed): Parsed {
  if (depthOf(part.node) <= topicLimits.depth) return part;
  throw syntaxErrors.tooDeep(part.span);
}

/** How many levels of nodes there are above the deepest term. */
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

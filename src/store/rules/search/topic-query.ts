import { type CandidateQuery, runIn, tokensIn } from '../../../topics/matching/candidate-terms.ts';
import { requiredTerms } from '../../../topics/matching/candidates.ts';
import { nearAsTyped } from '../../../topics/operators/near.ts';
import { operatorOf } from '../../../topics/operators/registry.ts';
import type { Term, TextTerm, Topic, TopicNode, UpvotesTerm } from '../../../topics/topic.ts';
import { allOf, anyOf, isQuery, type PaperQuery, queryKey, type Reach, without } from './paper-query.ts';

/** A topic as queries for papers: an upper and a lower bound of its matches. */
export interface TopicQuery {
  /** Finds every match, and maybe other papers; null if every paper could match. */
  readonly possible: PaperQuery | null;
  /** Finds only matches, and maybe not all of them; null if no match is sure. */
  readonly sure: PaperQuery | null;
  /** Which possible papers have to be checked: none, all, or some. */
  readonly doubt: 'none' | 'all' | Doubt;
  /** Bounds for the upvotes of every match, which are a number and no token. */
  readonly upvotes: UpvoteBounds | null;
}

/** Says which possible papers have to be checked. */
interface Doubt {
  /** Finds the papers to be checked. */
  readonly query: PaperQuery;
  /** Finds these and others, and is faster where it finds none, which is mostly so. */
  readonly reasons: PaperQuery;
}

/** Both bounds are inclusive. */
export interface UpvoteBounds {
  readonly least: number;
  readonly most: number;
}

/** Queries whose results match a term for sure. */
type SureReader = (term: Term) => readonly PaperQuery[];

/** @param isExact whether the index finds exactly the papers of a query; it may find more of others */
export function topicQuery(topic: Topic, isExact: (query: PaperQuery) => boolean = () => true): TopicQuery {
  const sureOf: SureReader = (term) => sureQueries(term).filter(isExact);
  const counted = partsOf(topic.condition).filter((part) => part.kind === 'upvotes');
  const possible = possibleQuery(topic, sureOf);
  const filtered = new Set<TopicNode>(counted);
  const sure = sureReach(topic.condition, sureOf, filtered);
  return {
    possible,
    sure: isQuery(sure) ? sure : null,
    doubt: doubtOf(
      [
        ...termsOf(topic.condition)
          .filter((term) => !filtered.has(term))
          .map((term) => termDoubt(term, sureOf)),
        ...partsOf(topic.condition).flatMap(groupDoubts),
      ],
      possible,
      sure,
    ),
    upvotes: counted.length === 0 ? null : boundsOf(counted),
  };
}

/** The same query where the index is not sure about some papers: they are possible, and have to be checked. */
export function withUnsure(query: TopicQuery, unsure: PaperQuery): TopicQuery {
  const { possible, sure, doubt } = query;
  if (possible === null) return query;
  const orUnsure = (one: PaperQuery): PaperQuery => ({ kind: 'any', queries: [one, unsure] });
  const doubtOrUnsure = (one: Doubt): Doubt => ({ query: orUnsure(one.query), reasons: orUnsure(one.reasons) });
  return {
    ...query,
    possible: orUnsure(possible),
    sure: sure === null ? null : { kind: 'without', query: sure, excluded: unsure },
    doubt: doubt === 'all' ? doubt : doubt === 'none' ? { query: unsure, reasons: unsure } : doubtOrUnsure(doubt),
  };
}

/** The nodes that must all match. */
const partsOf = (root: TopicNode): readonly TopicNode[] => (root.kind === 'all' ? root.nodes : [root]);

const boundsOf = (terms: readonly UpvotesTerm[]): UpvoteBounds => ({
  least: Math.max(...terms.map(({ least }) => least)),
  most: Math.min(...terms.map(({ most }) => most ?? Number.MAX_SAFE_INTEGER)),
});

/** Finds the required terms, without papers that are surely excluded. */
function possibleQuery(topic: Topic, sureOf: SureReader): PaperQuery | null {
  const required = requiredTerms(topic);
  if (required.kind === 'anything') return null;
  const excluded = partsOf(topic.condition).flatMap((part) =>
    part.kind === 'not' ? [sureReach(part.node, sureOf)] : [],
  );
  return without(required, anyOf(excluded));
}

/**
 * A paper without anything that puts a term in doubt is either a sure match or impossible. Doubts are mostly rare, so
 * that searching for them first takes less time than checking every possible paper.
 */
function doubtOf(reasons: readonly Reach[], possible: PaperQuery | null, sure: Reach): TopicQuery['doubt'] {
  if (sure === 'everything') return 'none';
  const doubts = anyOf(reasons);
  if (sure === 'nothing' || possible === null || doubts === 'everything') return 'all';
  if (doubts === 'nothing') return 'none';
  const query: PaperQuery = { kind: 'without', query: { kind: 'all', queries: [doubts, possible] }, excluded: sure };
  return { query, reasons: doubts };
}

/**
 * What `possible` and `sure` treat differently in the node's groups: exclusions inside groups, and every paper if an
 * alternative requires nothing, as in `graph (-survey OR code)`. Both treat exclusions of the node itself alike.
 */
function groupDoubts(node: TopicNode): readonly Reach[] {
  switch (node.kind) {
    case 'all':
      return node.nodes.flatMap((child) =>
        child.kind === 'not' ? [possibleReach(child.node), ...groupDoubts(child)] : groupDoubts(child),
      );
    case 'any':
      return node.nodes.flatMap((child) =>
        possibleReach(child) === 'everything' ? ['everything'] : groupDoubts(child),
      );
    case 'not':
      return groupDoubts(node.node);
    default:
      return [];
  }
}

function termsOf(node: TopicNode): readonly Term[] {
  switch (node.kind) {
    case 'all':
    case 'any':
      return node.nodes.flatMap(termsOf);
    case 'not':
      return termsOf(node.node);
    default:
      return [node];
  }
}

/** What the index finds for a term without being sure. */
function termDoubt(term: Term, sureOf: SureReader): Reach {
  const required = operatorOf(term).require(term);
  if (required.kind === 'anything') return 'everything';
  const isSure = new Set(sureOf(term).map(queryKey));
  const parts = required.kind === 'any' ? required.queries : [required];
  return anyOf(parts.filter((part) => !isSure.has(queryKey(part))));
}

/** @param filtered terms that all papers in question match */
function sureReach(node: TopicNode, sureOf: SureReader, filtered: ReadonlySet<TopicNode> = new Set()): Reach {
  switch (node.kind) {
    case 'all':
      return sureSequence(node.nodes, sureOf, filtered);
    case 'any':
      return anyOf(node.nodes.map((child) => sureReach(child, sureOf)));
    case 'not':
      // A query can exclude only from another one: see `sureSequence`.
      return 'nothing';
    default:
      return filtered.has(node) ? 'everything' : anyOf(sureOf(node));
  }
}

function sureSequence(nodes: readonly TopicNode[], sureOf: SureReader, filtered: ReadonlySet<TopicNode>): Reach {
  const wanted = allOf(nodes.filter(({ kind }) => kind !== 'not').map((node) => sureReach(node, sureOf, filtered)));
  const excluded = anyOf(nodes.flatMap((node) => (node.kind === 'not' ? [possibleReach(node.node)] : [])));
  if (!isQuery(wanted)) return excluded === 'nothing' ? wanted : 'nothing';
  return without(wanted, excluded) ?? 'nothing';
}

/** Everything that the node matches, and maybe more. */
function possibleReach(node: TopicNode): Reach {
  switch (node.kind) {
    case 'all':
      return allOf(node.nodes.map(possibleReach));
    case 'any':
      return anyOf(node.nodes.map(possibleReach));
    case 'not':
      return 'everything';
    default: {
      const required = operatorOf(node).require(node);
      return required.kind === 'anything' ? 'everything' : required;
    }
  }
}

/** Queries whose results match the term for sure, because the index has the same tokens that matching compares. */
function sureQueries(term: Term): readonly PaperQuery[] {
  switch (term.kind) {
    case 'text':
      return asTyped(term);
    case 'near': {
      const query = nearAsTyped(term);
      return query === null ? [] : [query];
    }
    case 'category':
    case 'primary':
    case 'source':
    case 'organization':
    case 'id':
    case 'has':
    case 'announced':
    case 'status':
      return narrow(operatorOf(term).require(term));
    // The index has only stems and not exact forms, and it does not know initials of names.
    default:
      return [];
  }
}

const narrow = (query: CandidateQuery): readonly PaperQuery[] => (query.kind === 'anything' ? [] : [query]);

/** The words as they are typed, or the compounds that they form with the words beside them; see `TextTerm`. */
const asTyped = ({ field, words, compounds }: TextTerm): readonly PaperQuery[] => [
  runIn(
    field,
    words.map(({ stem }) => stem),
  ),
  ...compounds.map((stem) => tokensIn(field, [stem])),
];

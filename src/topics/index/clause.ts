import { operatorOf } from '../fields.ts';
import { isJoinable, solidStem } from '../spellings.ts';
import type { NearTerm, Term, TextField, TextTerm, TopicNode, TypedWord } from '../topic.ts';
import type { TermKind } from './lexicon.ts';

/** A topic in terms of the index: what has to be looked at to know whether a paper matches. */
export type Clause =
  | { readonly kind: 'all' | 'any'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'not'; readonly clause: Clause }
  /** The paper has the key. */
  | { readonly kind: 'key'; readonly key: number }
  /** The paper has a word of that stem in the field: a solid word in place of two that the topic asks for. */
  | { readonly kind: 'solid'; readonly solid: Solid }
  /**
   * The paper has words of one field next to each other and in this order, two or more; `solids[n]` may stand for words
   * n and n + 1.
   */
  | { readonly kind: 'phrase'; readonly keys: readonly number[]; readonly solids: readonly (Solid | null)[] }
  /** The term's own operator says so. */
  | { readonly kind: 'term'; readonly term: number };

export interface Solid {
  readonly field: TextField;
  readonly stem: string;
}

export interface ReadClause {
  readonly clause: Clause;
  /** Those that only their operators can decide, by their numbers in the clause. */
  readonly terms: readonly Term[];
  /** The stems of all solid words in it. */
  readonly solids: readonly string[];
}

export type KeyOf = (kind: TermKind, text: string, field?: TextField) => number;

/** Reads a topic; asks for the same keys each time that the topic is read. */
export function readClause(root: TopicNode, keyOf: KeyOf): ReadClause {
  const terms: Term[] = [];
  const solids: string[] = [];
  const read = (node: TopicNode): Clause => {
    switch (node.kind) {
      case 'all':
      case 'any':
        return { kind: node.kind, clauses: node.nodes.map(read) };
      case 'not':
        return { kind: 'not', clause: read(node.node) };
      default:
        return readTerm(node, { keyOf, solids, terms });
    }
  };
  return { clause: read(root), terms, solids };
}

interface Reading {
  readonly keyOf: KeyOf;
  readonly solids: string[];
  readonly terms: Term[];
}

function readTerm(term: Term, reading: Reading): Clause {
  const { keyOf } = reading;
  switch (term.kind) {
    case 'text':
      return readText(term, reading);
    case 'near':
      return decidedByOperator(term, readNear(term, reading), reading);
    case 'exact': {
      const keys = term.forms.map((form): Clause => ({ kind: 'key', key: keyOf('form', form, term.field) }));
      return keys.length === 1 ? allOf(keys) : decidedByOperator(term, allOf(keys), reading);
    }
    case 'prefix': {
      const key: Clause = { kind: 'key', key: keyOf('prefix', term.prefix, term.field) };
      return term.stems.length === 0 ? key : decidedByOperator(term, key, reading);
    }
    default:
      return readOther(term, reading);
  }
}

/** Of the other terms the keys that they require say all, but for full names and counts. */
function readOther(term: Term, reading: Reading): Clause {
  const slots = operatorOf(term).slots(term);
  const required = allOf(
    slots.map((slot) => anyOf(slot.map((key): Clause => ({ kind: 'key', key: reading.keyOf('key', key) })))),
  );
  const isMore = term.kind === 'upvotes' || (term.kind === 'author' && term.names.length > 1);
  return isMore ? decidedByOperator(term, required, reading) : required;
}

/** What the term requires is there to file the topic under, and to ask the operator of few papers only. */
function decidedByOperator(term: Term, required: Clause, { terms }: Reading): Clause {
  return { kind: 'all', clauses: [required, { kind: 'term', term: terms.push(term) - 1 }] };
}

const readText = ({ field, words, solids }: TextTerm, reading: Reading): Clause =>
  anyOf([readWords(field, words, reading), ...solids.map((stem) => solidClause({ field, stem }, reading))]);

const readNear = ({ field, groups }: NearTerm, reading: Reading): Clause =>
  allOf(groups.map((words) => readWords(field, words, reading)));

function readWords(field: TextField, words: readonly TypedWord[], { keyOf, solids }: Reading): Clause {
  const keys = words.map(({ text }) => keyOf('word', text, field));
  const [only] = keys;
  if (only !== undefined && keys.length === 1) return { kind: 'key', key: only };
  const joined = words.slice(1).map((second, index): Solid | null => {
    const first = words[index];
    return first !== undefined && isJoinable(first, second) ? { field, stem: solidStem(first, second) } : null;
  });
  for (const solid of joined) if (solid !== null) solids.push(solid.stem);
  return { kind: 'phrase', keys, solids: joined };
}

function solidClause(solid: Solid, { solids }: Reading): Clause {
  solids.push(solid.stem);
  return { kind: 'solid', solid };
}

const allOf = (clauses: readonly Clause[]): Clause => single(clauses) ?? { kind: 'all', clauses };
const anyOf = (clauses: readonly Clause[]): Clause => single(clauses) ?? { kind: 'any', clauses };
const single = (clauses: readonly Clause[]): Clause | undefined => (clauses.length === 1 ? clauses[0] : undefined);

/** What is the same as the clause for papers that have none of its solid words: nearly all. */
export function withoutSolids(clause: Clause): Clause {
  switch (clause.kind) {
    case 'all':
      return { kind: 'all', clauses: clause.clauses.map(withoutSolids) };
    case 'any':
      return anyOf(clause.clauses.filter(({ kind }) => kind !== 'solid').map(withoutSolids));
    case 'not':
      return { kind: 'not', clause: withoutSolids(clause.clause) };
    case 'phrase':
      return { ...clause, solids: [] };
    default:
      return clause;
  }
}

/** Keys of which every matching paper has at least one, and about how many papers have one. */
export interface Slot {
  readonly keys: readonly number[];
  readonly cost: number;
}

/** The slot that the fewest papers fill, or null where the clause, which has no solid words, requires nothing. */
export function cheapestSlot(clause: Clause, costOf: (key: number) => number): Slot | null {
  const ofKey = (key: number): Slot => ({ keys: [key], cost: costOf(key) });
  switch (clause.kind) {
    case 'key':
      return ofKey(clause.key);
    case 'phrase':
      return cheapest(clause.keys.map(ofKey));
    case 'all':
      return cheapest(clause.clauses.map((part) => cheapestSlot(part, costOf)));
    case 'any':
      return joined(clause.clauses.map((part) => cheapestSlot(part, costOf)));
    default:
      return null;
  }
}

function cheapest(slots: readonly (Slot | null)[]): Slot | null {
  let found: Slot | null = null;
  for (const slot of slots) if (slot !== null && (found === null || slot.cost < found.cost)) found = slot;
  return found;
}

/** Each of the alternatives has to fill its slot; where one has none, nothing is required of a paper. */
function joined(slots: readonly (Slot | null)[]): Slot | null {
  const filled = slots.filter((slot) => slot !== null);
  if (filled.length < slots.length) return null;
  const cost = filled.reduce((sum, slot) => sum + slot.cost, 0);
  return { keys: [...new Set(filled.flatMap(({ keys }) => keys))], cost };
}

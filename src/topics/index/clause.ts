import { type Attribute, attribute } from '../matching/attributes.ts';
import { spellName } from '../matching/paper-text.ts';
import { familyIndex, isInitial } from '../operators/names.ts';
import type { AttributedTerm } from '../operators/operator.ts';
import { operatorOf } from '../operators/registry.ts';
import type { AuthorTerm, NearTerm, Term, TextField, TextTerm, TopicNode, TypedWord } from '../topic.ts';
import { isJoinable, solidStem } from '../words/compounds.ts';
import type { TermKind } from './term-dictionary.ts';

/** A topic in terms of the index: what has to be looked at to know whether a paper matches. */
export type Clause =
  | { readonly kind: 'all' | 'any'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'not'; readonly clause: Clause }
  /** The paper has the key. */
  | { readonly kind: 'key'; readonly key: number }
  /**
   * The paper has words of one field next to each other and in this order, two or more. A word with the key `solids[n]`
   * may stand for words n and n + 1, where that is not 0; there are none where all are 0.
   */
  | { readonly kind: 'phrase'; readonly keys: readonly number[]; readonly solids: readonly number[] }
  /** One author of the paper has all of the names: the family name first, and then others. */
  | { readonly kind: 'author'; readonly names: readonly AuthorName[] }
  /** The term's own operator says so. */
  | { readonly kind: 'term'; readonly term: number };

/** The key of a name in full, and that of its initial, or 0 where no initial will do. */
type AuthorName = readonly [inFull: number, initial: number];

export type Phrase = Extract<Clause, { readonly kind: 'phrase' }>;

/** Gives what a topic asks for numbers. */
export interface Keys {
  keyOf(kind: TermKind, text: string, field: TextField): number;
  /** Of a solid word that may stand for two that are asked for, by its stem. 0 where no paper is known to have it. */
  solidKeyOf(stem: string, field: TextField): number;
}

export interface ReadClause {
  readonly clause: Clause;
  /** Those that only their operators can decide, by their numbers in the clause. */
  readonly terms: readonly Term[];
}

/** Reads a topic; asks for the same keys each time that the topic is read. */
export function readClause(root: TopicNode, keys: Keys): ReadClause {
  const terms: Term[] = [];
  const read = (node: TopicNode): Clause => {
    switch (node.kind) {
      case 'all':
      case 'any':
        return { kind: node.kind, clauses: node.nodes.map(read) };
      case 'not':
        return { kind: 'not', clause: read(node.node) };
      default:
        return readTerm(node, { keys, terms });
    }
  };
  return { clause: read(root), terms };
}

interface Reading {
  readonly keys: Keys;
  readonly terms: Term[];
}

function readTerm(term: Term, reading: Reading): Clause {
  const { keys } = reading;
  switch (term.kind) {
    case 'text':
      return readText(term, reading);
    case 'near':
      return decidedByOperator(term, readNear(term, reading), reading);
    case 'exact': {
      const forms = allOf(term.forms.map((form) => keyClause(keys.keyOf('form', form, term.field))));
      return term.forms.length === 1 ? forms : decidedByOperator(term, forms, reading);
    }
    case 'prefix': {
      const prefix = keyClause(keys.keyOf('prefix', term.prefix, term.field));
      return term.stems.length === 0 ? prefix : decidedByOperator(term, prefix, reading);
    }
    case 'author':
      return readAuthor(term, reading);
    default:
      return readOther(term, reading);
  }
}

/** Of the other terms the keys that they require say all, but for counts. */
function readOther(term: AttributedTerm, reading: Reading): Clause {
  const attributes = operatorOf(term).attributes(term);
  const required = allOf(attributes.map((each) => keyClause(labelKey(each, reading))));
  return term.kind === 'upvotes' ? decidedByOperator(term, required, reading) : required;
}

function readAuthor(term: AuthorTerm, reading: Reading): Clause {
  const spellings = spellName(term.names);
  const named = anyOf(spellings.map((names) => readName(names, reading)));
  return spellings.every(areDistinct) ? named : decidedByOperator(term, named, reading);
}

function readName(names: readonly string[], reading: Reading): Clause {
  const keyOf = (name: string): number => (name === '' ? 0 : labelKey(attribute.author(name), reading));
  const [family, ...others] = familyFirst(names).filter((name) => !isInitial(name));
  const familyKey = keyOf(family ?? '');
  if (others.length === 0) return keyClause(familyKey);
  return {
    kind: 'author',
    names: [[familyKey, 0], ...others.map((name) => [keyOf(name), keyOf(initialOf(name))] as const)],
  };
}

/**
 * Whether parts of an author's name that answer to these names are different parts, each as good for the operator as it
 * is here. What a typed initial stands for, only the operator says.
 */
function areDistinct(names: readonly string[]): boolean {
  const [, ...others] = familyFirst(names);
  const answers = [...names, ...others.map(initialOf).filter((initial) => initial !== '')];
  return !names.some(isInitial) && new Set(answers).size === answers.length;
}

function familyFirst(names: readonly string[]): readonly string[] {
  const family = familyIndex(names);
  return [names[family] ?? '', ...names.toSpliced(family, 1)];
}

/** What may stand for the name, or nothing: not every script has initials. */
function initialOf(name: string): string {
  const [first = ''] = name;
  return isInitial(first) ? first : '';
}

const labelKey = (label: Attribute, { keys }: Reading): number => keys.keyOf('label', label, 'any');
const keyClause = (asked: number): Clause => ({ kind: 'key', key: asked });

/** What the term requires is there to file the topic under, and to ask the operator of few papers only. */
function decidedByOperator(term: Term, required: Clause, { terms }: Reading): Clause {
  return { kind: 'all', clauses: [required, { kind: 'term', term: terms.push(term) - 1 }] };
}

const readText = ({ field, words, solids }: TextTerm, reading: Reading): Clause =>
  anyOf([
    readWords(field, words, reading),
    ...solids
      .map((stem) => reading.keys.solidKeyOf(stem, field))
      .filter((solid) => solid !== 0)
      .map(keyClause),
  ]);

const readNear = ({ field, groups }: NearTerm, reading: Reading): Clause =>
  allOf(groups.map((words) => readWords(field, words, reading)));

function readWords(field: TextField, words: readonly TypedWord[], { keys }: Reading): Clause {
  const typed = words.map(({ text }) => keys.keyOf('word', text, field));
  const [only] = typed;
  if (only !== undefined && typed.length === 1) return keyClause(only);
  const solids = words.slice(1).map((second, index): number => {
    const first = words[index];
    return first !== undefined && isJoinable(first, second) ? keys.solidKeyOf(solidStem(first, second), field) : 0;
  });
  return { kind: 'phrase', keys: typed, solids: solids.some((solid) => solid !== 0) ? solids : [] };
}

const allOf = (clauses: readonly Clause[]): Clause => single(clauses) ?? { kind: 'all', clauses };
const anyOf = (clauses: readonly Clause[]): Clause => single(clauses) ?? { kind: 'any', clauses };
const single = (clauses: readonly Clause[]): Clause | undefined => (clauses.length === 1 ? clauses[0] : undefined);

/** Keys of which every matching paper has at least one, and about how many papers have one. */
export interface Slot {
  readonly keys: readonly number[];
  readonly cost: number;
}

/** The slot that the fewest papers fill, or null where the clause requires nothing. */
export function cheapestSlot(clause: Clause, costOf: (key: number) => number): Slot | null {
  switch (clause.kind) {
    case 'key':
      return slotOf([clause.key], costOf);
    case 'phrase':
      return cheapest(clause.keys.map((_, word) => slotOf(spellingsOf(clause, word), costOf)));
    case 'author':
      return cheapest(clause.names.map((name) => slotOf(name, costOf)));
    case 'all':
      return cheapest(clause.clauses.map((part) => cheapestSlot(part, costOf)));
    case 'any':
      return joined(clause.clauses.map((part) => cheapestSlot(part, costOf)));
    default:
      return null;
  }
}

/** A word of a phrase, and the solid words that stand for it and one beside it; 0 for those that there are not. */
export const spellingsOf = ({ keys, solids }: Phrase, word: number): readonly number[] => [
  keys[word] ?? 0,
  solids[word - 1] ?? 0,
  solids[word] ?? 0,
];

/** Any of the keys that are not 0. */
function slotOf(spellings: readonly number[], costOf: (key: number) => number): Slot {
  const keys = spellings.filter((key) => key !== 0);
  return { keys, cost: keys.reduce((sum, key) => sum + costOf(key), 0) };
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

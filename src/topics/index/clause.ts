import { type Attribute, attribute } from '../matching/attributes.ts';
import { askedKeysOf } from '../names/name-keys.ts';
import type { AttributedTerm } from '../operators/operator.ts';
import { operatorOf } from '../operators/registry.ts';
import type { AboutTerm, AuthorTerm, NearTerm, Term, TextField, TextTerm, TopicNode, TypedWord } from '../topic.ts';
import { compoundStem, isJoinable } from '../words/compounds.ts';
import type { TermKind } from './term-dictionary.ts';

/** A topic as the index sees it: a tree of conditions on field terms. */
export type Clause =
  | { readonly kind: 'all' | 'any'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'not'; readonly clause: Clause }
  /** The paper has the field term. */
  | { readonly kind: 'term'; readonly fieldTerm: number }
  /**
   * The paper has these words next to each other and in this order, two or more, in one field. The compound
   * `compounds[n]` may stand for words n and n + 1; it is 0 where none can, and the list is empty where all are 0.
   */
  | { readonly kind: 'phrase'; readonly fieldTerms: readonly number[]; readonly compounds: readonly number[] }
  /** The term's own operator decides. `term` is an index of `ReadClause.terms`. */
  | { readonly kind: 'operator'; readonly term: number }
  /** The paper is about a sentence. `term` is an index of `ReadClause.aboutTerms`. */
  | { readonly kind: 'about'; readonly term: number };

export type Phrase = Extract<Clause, { readonly kind: 'phrase' }>;

/** Turns what a topic asks for into field terms. */
export interface TermResolver {
  fieldTermOf(kind: TermKind, text: string, field: TextField): number;
  /**
   * The field term of a compound that stands for two words of the topic, by its stem; 0 while no paper is known to have
   * it.
   */
  compoundTermOf(stem: string, field: TextField): number;
}

export interface ReadClause {
  readonly clause: Clause;
  /** The terms that only their operators can decide. */
  readonly terms: readonly Term[];
  /** The sentences, in the order of the topic. */
  readonly aboutTerms: readonly AboutTerm[];
}

/** Reads a topic. Two reads of one topic ask for the same field terms. */
export function readClause(root: TopicNode, resolver: TermResolver): ReadClause {
  const reading: Reading = { resolver, terms: [], aboutTerms: [] };
  const read = (node: TopicNode): Clause => {
    switch (node.kind) {
      case 'all':
      case 'any':
        return { kind: node.kind, clauses: node.nodes.map(read) };
      case 'not':
        return { kind: 'not', clause: read(node.node) };
      default:
        return readTerm(node, reading);
    }
  };
  const clause = read(root);
  return { clause, terms: reading.terms, aboutTerms: reading.aboutTerms };
}

interface Reading {
  readonly resolver: TermResolver;
  readonly terms: Term[];
  readonly aboutTerms: AboutTerm[];
}

function readTerm(term: Term, reading: Reading): Clause {
  const { resolver } = reading;
  switch (term.kind) {
    case 'text':
      return readText(term, reading);
    case 'near':
      return decidedByOperator(term, readNear(term, reading), reading);
    case 'exact': {
      const forms = allOf(term.forms.map(({ text }) => termClause(resolver.fieldTermOf('form', text, term.field))));
      const [only, ...others] = term.forms;
      return only?.cased === null && others.length === 0 ? forms : decidedByOperator(term, forms, reading);
    }
    case 'prefix': {
      const prefix = termClause(resolver.fieldTermOf('prefix', term.prefix, term.field));
      return term.stems.length === 0 ? prefix : decidedByOperator(term, prefix, reading);
    }
    case 'author':
      return readAuthor(term, reading);
    case 'about':
      return readAbout(term, reading);
    default:
      return readOther(term, reading);
  }
}

/** Attributes say all about such a term, except for counts of upvotes. */
function readOther(term: AttributedTerm, reading: Reading): Clause {
  const attributes = operatorOf(term).attributes(term);
  const required = allOf(attributes.map((each) => termClause(attributeTerm(each, reading))));
  return term.kind === 'upvotes' ? decidedByOperator(term, required, reading) : required;
}

/** Every paper can be about it. */
const readAbout = (term: AboutTerm, reading: Reading): Clause =>
  allOf([
    termClause(attributeTerm(attribute.paper, reading)),
    { kind: 'about', term: reading.aboutTerms.push(term) - 1 },
  ]);

function readAuthor(term: AuthorTerm, reading: Reading): Clause {
  const { keys, isDecided } = askedKeysOf(term.name);
  const named = anyOf(keys.map((key) => termClause(attributeTerm(attribute.author(key), reading))));
  return isDecided ? named : decidedByOperator(term, named, reading);
}

const attributeTerm = (asked: Attribute, { resolver }: Reading): number =>
  resolver.fieldTermOf('attribute', asked, 'any');
const termClause = (asked: number): Clause => ({ kind: 'term', fieldTerm: asked });

/** The required clause serves to file the topic, and to ask the operator about few papers. */
function decidedByOperator(term: Term, required: Clause, { terms }: Reading): Clause {
  return { kind: 'all', clauses: [required, { kind: 'operator', term: terms.push(term) - 1 }] };
}

const readText = ({ field, words, compounds }: TextTerm, reading: Reading): Clause =>
  anyOf([
    readWords(field, words, reading),
    ...compounds
      .map((stem) => reading.resolver.compoundTermOf(stem, field))
      .filter((compound) => compound !== 0)
      .map(termClause),
  ]);

const readNear = ({ field, groups }: NearTerm, reading: Reading): Clause =>
  allOf(groups.map((words) => readWords(field, words, reading)));

function readWords(field: TextField, words: readonly TypedWord[], { resolver }: Reading): Clause {
  const typed = words.map(({ text }) => resolver.fieldTermOf('word', text, field));
  const [only] = typed;
  if (only !== undefined && typed.length === 1) return termClause(only);
  const compounds = words.slice(1).map((second, index): number => {
    const first = words[index];
    return first !== undefined && isJoinable(first, second)
      ? resolver.compoundTermOf(compoundStem(first, second), field)
      : 0;
  });
  return {
    kind: 'phrase',
    fieldTerms: typed,
    compounds: compounds.some((compound) => compound !== 0) ? compounds : [],
  };
}

const allOf = (clauses: readonly Clause[]): Clause => single(clauses) ?? { kind: 'all', clauses };
const anyOf = (clauses: readonly Clause[]): Clause => single(clauses) ?? { kind: 'any', clauses };
const single = (clauses: readonly Clause[]): Clause | undefined => (clauses.length === 1 ? clauses[0] : undefined);

/** Field terms of which every matching paper has at least one. `cost` estimates how many papers have one. */
export interface Requirement {
  readonly fieldTerms: readonly number[];
  readonly cost: number;
}

/** The cheapest requirement of the clause, or null where it requires nothing. */
export function cheapestRequirement(clause: Clause, costOf: (fieldTerm: number) => number): Requirement | null {
  switch (clause.kind) {
    case 'term':
      return requirementOf([clause.fieldTerm], costOf);
    case 'phrase':
      return cheapest(clause.fieldTerms.map((_, word) => requirementOf(alternativesOf(clause, word), costOf)));
    case 'all':
      return cheapest(clause.clauses.map((part) => cheapestRequirement(part, costOf)));
    case 'any':
      return anyRequired(clause.clauses.map((part) => cheapestRequirement(part, costOf)));
    default:
      return null;
  }
}

/**
 * The field terms that can stand for a word of a phrase: itself, and its compounds with the words before and after it;
 * 0 where there is none.
 */
export const alternativesOf = ({ fieldTerms, compounds }: Phrase, word: number): readonly number[] => [
  fieldTerms[word] ?? 0,
  compounds[word - 1] ?? 0,
  compounds[word] ?? 0,
];

/** Any of the field terms that are not 0. */
function requirementOf(alternatives: readonly number[], costOf: (fieldTerm: number) => number): Requirement {
  const fieldTerms = alternatives.filter((fieldTerm) => fieldTerm !== 0);
  return { fieldTerms, cost: fieldTerms.reduce((sum, fieldTerm) => sum + costOf(fieldTerm), 0) };
}

function cheapest(requirements: readonly (Requirement | null)[]): Requirement | null {
  let found: Requirement | null = null;
  for (const requirement of requirements)
    if (requirement !== null && (found === null || requirement.cost < found.cost)) found = requirement;
  return found;
}

/** Every alternative must have a requirement; otherwise nothing is required of a paper. */
function anyRequired(requirements: readonly (Requirement | null)[]): Requirement | null {
  const filled = requirements.filter((requirement) => requirement !== null);
  if (filled.length < requirements.length) return null;
  const cost = filled.reduce((sum, requirement) => sum + requirement.cost, 0);
  return { fieldTerms: [...new Set(filled.flatMap(({ fieldTerms }) => fieldTerms))], cost };
}

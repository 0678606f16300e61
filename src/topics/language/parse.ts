import { type Meaning, withoutMeaning } from '../../meaning/meaning.ts';
import { categoryField, primaryField } from '../operators/category.ts';
import type { Field } from '../operators/operator.ts';
import { findField } from '../operators/registry.ts';
import { plainField } from '../operators/text-fields.ts';
import { type Topic, type TopicError, topicLimits } from '../topic.ts';
import { allOf, anyOf, listOf, notOf, type Parsed, termOf } from './combine.ts';
import { expandCompounds } from './compound-expansion.ts';
import { conditionOf } from './condition.ts';
import { decodeAddress } from './habits/address.ts';
import { refuseHabits } from './habits/registry.ts';
import type { Lexeme } from './lexeme.ts';
import { readLexemes } from './lexer.ts';
import { printTopic } from './print.ts';
import { type Span, spanFrom, TopicSyntaxError } from './syntax-error.ts';
import { syntaxErrors } from './syntax-messages.ts';
import { namesArchive, namesCategory, namesPaper, plusSeparated } from './term-text.ts';

export type ParsedTopic =
  | { readonly ok: true; readonly topic: Topic }
  | { readonly ok: false; readonly error: TopicError };

/**
 * Reads a topic as people type it. Every text gives a topic within the limits, or an error that says where, why and
 * what to do.
 * @param meaning the table that `about:` is read with; without one, such topics are refused
 */
export const parseTopic = (text: string, meaning: Meaning = withoutMeaning): ParsedTopic =>
  parseAs(text, 'typed', meaning);

/**
 * Reads the canonical text of a topic, as it was stored. It has no habits from elsewhere, and a list without OR asks for
 * all of its values, as it did when earlier versions wrote it: see decision 39.
 */
export const parseCanonical = (text: string, meaning: Meaning = withoutMeaning): ParsedTopic =>
  parseAs(text, 'canonical', meaning);

type Kind = 'typed' | 'canonical';

function parseAs(text: string, kind: Kind, meaning: Meaning): ParsedTopic {
  try {
    return { ok: true, topic: readTopic(text, kind, meaning) };
  } catch (error) {
    if (error instanceof TopicSyntaxError) return { ok: false, error: error.error };
    throw error;
  }
}

function readTopic(text: string, kind: Kind, meaning: Meaning): Topic {
  const { characters } = topicLimits;
  const excess = text.length - characters;
  if (excess > 0) throw syntaxErrors.tooLong({ position: characters, length: excess }, text.length);
  const { node, unbounded } = new Parser(text, kind, meaning).parse();
  if (unbounded !== null) throw syntaxErrors[unbounded.by === 'width' ? 'tooWide' : 'onlyExclusions'](unbounded.span);
  const root = expandCompounds(node);
  // The canonical text is stored and read again, so it must be within the limit as well.
  const canonical = printTopic(root);
  if (canonical.length > characters)
    throw syntaxErrors.tooLongInFull({ position: 0, length: text.length }, canonical.length);
  return { text, canonical, root, condition: conditionOf(root), meaning };
}

/**
 * Recursive descent over the lexemes:
 *
 *     alternatives = sequence { ("OR" | "|") sequence }
 *     sequence     = negatable { ["AND"] negatable }      (in a field that lists alternatives: see `#list`)
 *     negatable    = { "-" | "NOT" } ( field operand { "|" operand } | operand )
 *     operand      = ["="] word ["*"] | ["="] phrase | phrase "~" number | "(" alternatives ")"
 *
 * A tilde before a term stands for the field `about:`.
 *
 *
 * The limit on characters also limits the depth of recursion.
 */
class Parser {
  readonly #lexemes: readonly Lexeme[];
  readonly #end: Lexeme;
  readonly #isTyped: boolean;
  readonly #meaning: Meaning;
  #next = 0;
  #terms = 0;

  /** @throws TopicSyntaxError as `readLexemes` and `refuseHabits` do */
  constructor(text: string, kind: Kind, meaning: Meaning) {
    this.#isTyped = kind === 'typed';
    this.#meaning = meaning;
    const readable = this.#isTyped ? decodeAddress(text) : text;
    if (this.#isTyped) refuseHabits(readable);
    this.#lexemes = readLexemes(readable);
    this.#end = { kind: 'end', value: '', isExact: false, distance: null, span: { position: text.length, length: 0 } };
  }

  /** @throws TopicSyntaxError where the text is not a topic */
  parse(): Parsed {
    if (this.#peek() === this.#end) throw syntaxErrors.nothingTyped(this.#end.span);
    const parsed = this.#alternatives(plainField);
    const rest = this.#peek();
    if (rest !== this.#end) throw syntaxErrors.unopenedGroup(rest.span);
    return parsed;
  }

  #alternatives(field: Field): Parsed {
    const branches = [this.#sequence(field)];
    while (this.#peek().kind === 'or') {
      this.#take();
      branches.push(this.#sequence(field));
    }
    return anyOf(branches);
  }

  #sequence(field: Field): Parsed {
    if (field.listsAlternatives === true && this.#isTyped) return this.#list(field);
    const parts = [this.#negatable(field)];
    for (let next = this.#peek().kind; !endsSequence.has(next); next = this.#peek().kind) {
      if (next === 'and') this.#take();
      parts.push(this.#negatable(field));
    }
    return allOf(parts);
  }

  /** The values of a field that lists alternatives: only AND asks for all of them. */
  #list(field: Field): Parsed {
    const values = [[this.#negatable(field)]];
    for (let next = this.#peek().kind; !endsSequence.has(next); next = this.#peek().kind) {
      if (next === 'and') this.#take();
      const value = this.#negatable(field);
      if (next === 'and') values.at(-1)?.push(value);
      else values.push([value]);
    }
    return listOf(values.map(allOf));
  }

  #negatable(field: Field): Parsed {
    const { kind, span } = this.#peek();
    if (kind === 'field') return this.#fielded(field);
    if (kind !== 'not') return this.#operand(field);
    this.#take();
    return notOf(span, this.#negatable(field));
  }

  #fielded(within: Field): Parsed {
    const { value: name, span } = this.#take();
    const field = findField(name);
    if (field === null) throw syntaxErrors.unknownField(span, name);
    const [outer] = within.names;
    if (outer !== undefined) throw syntaxErrors.fieldInField(span, name, outer);
    const next = this.#peek();
    if (!beginsOperand.has(next.kind)) throw syntaxErrors.missingValue(next.span, name, field);
    if (field.takesOneValue === true && next.kind === 'open') throw syntaxErrors.groupInField(next.span, name, field);
    const operand = this.#tightAlternatives(field);
    const whole = spanFrom(span, operand.span);
    // If the whole operand is too wide, the error marks the field as well.
    const { unbounded } = operand;
    const isWide = unbounded !== null && unbounded.span === operand.span;
    return { ...operand, span: whole, unbounded: isWide ? { ...unbounded, span: whole } : unbounded };
  }

  /** `cat:cs.LG|cs.CL`: a bar without spaces around it continues the field. */
  #tightAlternatives(field: Field): Parsed {
    const branches = [this.#operand(field)];
    while (this.#isTightBar()) {
      this.#take();
      branches.push(this.#operand(field));
    }
    return anyOf(branches);
  }

  #isTightBar(): boolean {
    const [before, bar, after] = [-1, 0, 1].map((offset) => this.#lexemes[this.#next + offset]);
    if (before === undefined || bar?.kind !== 'or' || after === undefined) return false;
    return beginsOperand.has(after.kind) && isRightAfter(before, bar) && isRightAfter(bar, after);
  }

  #operand(field: Field): Parsed {
    const before = this.#lexemes[this.#next - 1];
    const lexeme = this.#take();
    if (lexeme.kind === 'open') return this.#group(field, lexeme);
    if (lexeme.kind === 'word' || lexeme.kind === 'phrase') return this.#term(field, lexeme);
    throw missingOperand(lexeme, before);
  }

  #group(field: Field, open: Lexeme): Parsed {
    const next = this.#peek();
    if (next.kind === 'close') throw syntaxErrors.emptyGroup(spanFrom(open.span, next.span));
    if (next.kind === 'end') throw syntaxErrors.unclosedGroup(open.span);
    const inner = this.#alternatives(field);
    const close = this.#take();
    if (close.kind !== 'close') throw syntaxErrors.unclosedGroup(open.span);
    return { ...inner, span: spanFrom(open.span, close.span) };
  }

  #term(field: Field, lexeme: Lexeme): Parsed {
    const { kind, value, isExact, span } = lexeme;
    const isBare = field === plainField && kind === 'word' && !isExact;
    const joined = this.#isTyped && (isBare || takesCategories(field)) ? plusSeparated(value) : null;
    if (joined !== null) return this.#categories(isBare ? categoryField : field, joined, lexeme);
    if (isBare) doubtWord(value, span);
    return this.#read(field, lexeme);
  }

  /** `cs.AI+cs.CV`: any of the categories. */
  #categories(field: Field, ids: readonly string[], lexeme: Lexeme): Parsed {
    return anyOf(ids.map((value) => this.#read(field, { ...lexeme, value })));
  }

  #read(field: Field, { kind, value, isExact, distance, span }: Lexeme): Parsed {
    this.#terms += 1;
    if (this.#terms > topicLimits.terms) throw syntaxErrors.tooManyTerms(span);
    const read = field.read({ text: value, isPhrase: kind === 'phrase', isExact, distance }, this.#meaning);
    if (!read.ok) throw new TopicSyntaxError(read.code, span, read.said);
    return termOf(read.term, span);
  }

  #peek(): Lexeme {
    return this.#lexemes[this.#next] ?? this.#end;
  }

  #take(): Lexeme {
    const lexeme = this.#peek();
    this.#next += 1;
    return lexeme;
  }
}

/** @throws TopicSyntaxError where a bare word probably means something else */
function doubtWord(word: string, span: Span): void {
  if (namesArchive(word)) throw syntaxErrors.bareCategory(span, word);
  // No category or id ends in a star; such a word is a prefix.
  if (!word.endsWith('*')) {
    if (namesCategory(word)) throw syntaxErrors.bareCategory(span, word);
    if (namesPaper(word)) throw syntaxErrors.barePaper(span, word);
  }
  if (/^![\p{L}\p{N}]/u.test(word)) throw syntaxErrors.exclamation(span, word);
  const [, name = '', sign, value] = /^(\p{L}+)([=<>≥≤]+)(.*)$/u.exec(word) ?? [];
  if (findField(name) !== null)
    throw syntaxErrors.fieldWithoutColon(span, `${name}:${sign === '=' ? '' : sign}${value}`);
}

const takesCategories = (field: Field): boolean => field === categoryField || field === primaryField;

const isRightAfter = ({ span }: Lexeme, next: Lexeme): boolean => span.position + span.length === next.span.position;

const endsSequence: ReadonlySet<Lexeme['kind']> = new Set(['or', 'close', 'end']);
const beginsOperand: ReadonlySet<Lexeme['kind']> = new Set(['word', 'phrase', 'open']);
const asksForTerm: ReadonlySet<Lexeme['kind']> = new Set(['and', 'or', 'not']);

/** The error for a missing term: either the operator before `found` needs one, or `found` is itself an operator. */
function missingOperand(found: Lexeme, before: Lexeme | undefined): TopicSyntaxError {
  if (before !== undefined && asksForTerm.has(before.kind))
    return syntaxErrors.missingTerm(found.span, before, 'after');
  return asksForTerm.has(found.kind)
    ? syntaxErrors.missingTerm(found.span, found, 'before')
    : syntaxErrors.unopenedGroup(found.span);
}

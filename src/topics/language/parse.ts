import type { Field } from '../operators/operator.ts';
import { findField } from '../operators/registry.ts';
import { plainField } from '../operators/text-fields.ts';
import { type Topic, type TopicError, topicLimits } from '../topic.ts';
import { allOf, anyOf, notOf, type Parsed, termOf } from './combine.ts';
import { joinNeighbours } from './compound-expansion.ts';
import type { Lexeme } from './lexeme.ts';
import { readLexemes } from './lexer.ts';
import { printTopic } from './print.ts';
import { type Span, spanFrom, TopicSyntaxError } from './syntax-error.ts';
import { complaints } from './syntax-messages.ts';
import { namesCategory, namesPaper } from './term-text.ts';

export type ParsedTopic =
  | { readonly ok: true; readonly topic: Topic }
  | { readonly ok: false; readonly error: TopicError };

/**
 * Reads a topic as people type it. Whatever the text is, the answer is a topic within the caps or an error that says
 * where, why, and what to do.
 */
export function parseTopic(text: string): ParsedTopic {
  try {
    return { ok: true, topic: readTopic(text) };
  } catch (error) {
    if (error instanceof TopicSyntaxError) return { ok: false, error: error.error };
    throw error;
  }
}

function readTopic(text: string): Topic {
  const { characters } = topicLimits;
  const excess = text.length - characters;
  if (excess > 0) throw complaints.tooLong({ position: characters, length: excess }, text.length);
  const { node, unbounded } = new Parser(text).parse();
  if (unbounded !== null) throw complaints[unbounded.by === 'width' ? 'tooWide' : 'onlyExclusions'](unbounded.span);
  const root = joinNeighbours(node);
  // The canonical text is what is stored and read again, so that it has to be within the cap as well.
  const canonical = printTopic(root);
  if (canonical.length > characters)
    throw complaints.tooLongInFull({ position: 0, length: text.length }, canonical.length);
  return { text, canonical, root };
}

/**
 * Recursive descent over the lexemes:
 *
 *     alternatives = sequence { ("OR" | "|") sequence }
 *     sequence     = negatable { ["AND"] negatable }
 *     negatable    = { "-" | "NOT" } ( field operand { "|" operand } | operand )
 *     operand      = ["="] word ["*"] | ["="] phrase | phrase "~" number | "(" alternatives ")"
 *
 * It goes no deeper than a text has characters, of which there is a cap.
 */
class Parser {
  readonly #lexemes: readonly Lexeme[];
  readonly #end: Lexeme;
  #next = 0;
  #terms = 0;

  /** @throws TopicSyntaxError as `readLexemes` does. */
  constructor(text: string) {
    this.#lexemes = readLexemes(text);
    this.#end = { kind: 'end', value: '', isExact: false, distance: null, span: { position: text.length, length: 0 } };
  }

  /** @throws TopicSyntaxError where the text is no topic. */
  parse(): Parsed {
    if (this.#peek() === this.#end) throw complaints.nothingTyped(this.#end.span);
    const parsed = this.#alternatives(plainField);
    const rest = this.#peek();
    if (rest !== this.#end) throw complaints.unopenedGroup(rest.span);
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
    const parts = [this.#negatable(field)];
    for (let next = this.#peek().kind; !endsSequence.has(next); next = this.#peek().kind) {
      if (next === 'and') this.#take();
      parts.push(this.#negatable(field));
    }
    return allOf(parts);
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
    if (field === null) throw complaints.unknownField(span, name);
    const [outer] = within.names;
    if (outer !== undefined) throw complaints.fieldInField(span, name, outer);
    const next = this.#peek();
    if (!beginsOperand.has(next.kind)) throw complaints.missingValue(next.span, name, field);
    const operand = this.#tightAlternatives(field);
    const whole = spanFrom(span, operand.span);
    // Where the operand as a whole is too wide, so is the field with it.
    const { unbounded } = operand;
    const isWide = unbounded !== null && unbounded.span === operand.span;
    return { ...operand, span: whole, unbounded: isWide ? { ...unbounded, span: whole } : unbounded };
  }

  /** `cat:cs.LG|cs.CL`: a bar with no blanks around it goes on with the field. */
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
    if (next.kind === 'close') throw complaints.emptyGroup(spanFrom(open.span, next.span));
    if (next.kind === 'end') throw complaints.unclosedGroup(open.span);
    const inner = this.#alternatives(field);
    const close = this.#take();
    if (close.kind !== 'close') throw complaints.unclosedGroup(open.span);
    return { ...inner, span: spanFrom(open.span, close.span) };
  }

  #term(field: Field, { kind, value, isExact, distance, span }: Lexeme): Parsed {
    this.#terms += 1;
    if (this.#terms > topicLimits.terms) throw complaints.tooManyTerms(span);
    if (field === plainField && kind === 'word' && !isExact) doubtWord(value, span);
    const read = field.read({ text: value, isPhrase: kind === 'phrase', isExact, distance });
    if (!read.ok) throw new TopicSyntaxError(read.code, span, read.message);
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

/** @throws TopicSyntaxError where a bare word is hardly meant as a word. */
function doubtWord(word: string, span: Span): void {
  // No category or id ends in a star: that is a prefix.
  if (!word.endsWith('*')) {
    if (namesCategory(word)) throw complaints.bareCategory(span, word);
    if (namesPaper(word)) throw complaints.barePaper(span, word);
  }
  if (/^![\p{L}\p{N}]/u.test(word)) throw complaints.exclamation(span, word);
  const [, name = '', sign, value] = /^(\p{L}+)([=<>≥≤]+)(.*)$/u.exec(word) ?? [];
  if (findField(name) !== null) throw complaints.fieldWithoutColon(span, `${name}:${sign === '=' ? '' : sign}${value}`);
}

const isRightAfter = ({ span }: Lexeme, next: Lexeme): boolean => span.position + span.length === next.span.position;

const endsSequence: ReadonlySet<Lexeme['kind']> = new Set(['or', 'close', 'end']);
const beginsOperand: ReadonlySet<Lexeme['kind']> = new Set(['word', 'phrase', 'open']);
const asksForTerm: ReadonlySet<Lexeme['kind']> = new Set(['and', 'or', 'not']);

/** A term had to stand where `found` stands: asked for by the operator before it, or by itself being one. */
function missingOperand(found: Lexeme, before: Lexeme | undefined): TopicSyntaxError {
  if (before !== undefined && asksForTerm.has(before.kind)) return complaints.missingTerm(found.span, before, 'after');
  return asksForTerm.has(found.kind)
    ? complaints.missingTerm(found.span, found, 'before')
    : complaints.unopenedGroup(found.span);
}

import { saying } from '../../language/saying.ts';
import { parsePaperId } from '../../papers/paper-id.ts';
import type { Field } from '../operators/operator.ts';
import { fields } from '../operators/registry.ts';
import { topicLimits } from '../topic.ts';
import { fieldsElsewhere } from './habits/fields.ts';
import type { Lexeme } from './lexeme.ts';
import { nearest } from './nearest.ts';
import { type Span, TopicSyntaxError } from './syntax-error.ts';
import { mention } from './term-text.ts';

/** Every error in the syntax of a topic: what happened, why, and one next step. */
export const syntaxErrors = {
  nothingTyped: (span: Span) => new TopicSyntaxError('empty', span, saying('syntax.nothingTyped')),

  tooLong: (span: Span, length: number) =>
    new TopicSyntaxError('too-long', span, saying('syntax.tooLong', { length, limit: topicLimits.characters })),

  tooLongInFull: (span: Span, length: number) =>
    new TopicSyntaxError('too-long', span, saying('syntax.tooLongInFull', { length, limit: topicLimits.characters })),

  tooManyTerms: (span: Span) =>
    new TopicSyntaxError('too-many-terms', span, saying('syntax.tooManyTerms', { limit: topicLimits.terms })),

  tooDeep: (span: Span) =>
    new TopicSyntaxError('too-deep', span, saying('syntax.tooDeep', { limit: topicLimits.depth })),

  tooWide: (span: Span) => new TopicSyntaxError('too-wide', span, saying('syntax.tooWide')),

  tildeAfterWord: (span: Span, word: string) =>
    new TopicSyntaxError('unexpected', span, saying('syntax.tildeAfterWord', { typed: mention(word) })),

  tildeWithoutNumber: (span: Span) => new TopicSyntaxError('unexpected', span, saying('syntax.tildeWithoutNumber')),

  onlyExclusions: (span: Span) => new TopicSyntaxError('only-exclusions', span, saying('syntax.onlyExclusions')),

  unclosedQuote: (span: Span) => new TopicSyntaxError('unclosed', span, saying('syntax.unclosedQuote')),

  unclosedGroup: (span: Span) => new TopicSyntaxError('unclosed', span, saying('syntax.unclosedGroup')),

  unopenedGroup: (span: Span) => new TopicSyntaxError('unexpected', span, saying('syntax.unopenedGroup')),

  emptyGroup: (span: Span) => new TopicSyntaxError('unexpected', span, saying('syntax.emptyGroup')),

  loneMinus: (span: Span) => new TopicSyntaxError('unexpected', span, saying('syntax.loneMinus')),

  tiedMinus: (span: Span) => new TopicSyntaxError('unexpected', span, saying('syntax.tiedMinus')),

  /** An operator has no term on this side. */
  missingTerm: (span: Span, operator: Lexeme, side: 'before' | 'after') => {
    const isWord = /^\p{L}+$/u.test(operator.value);
    const values = { side: side === 'before' ? side : 'other', typed: mention(operator.value) } as const;
    return new TopicSyntaxError(
      'unexpected',
      span,
      isWord ? saying('syntax.missingWord', values) : saying('syntax.missingTerm', values),
    );
  },

  missingValue: (span: Span, name: string, { takes }: Field) =>
    new TopicSyntaxError('unexpected', span, saying('syntax.missingValue', { name, takes })),

  fieldInField: (span: Span, name: string, outer: string) =>
    new TopicSyntaxError('unexpected', span, saying('syntax.fieldInField', { name, outer })),

  groupInField: (span: Span, name: string, { takes }: Field) =>
    new TopicSyntaxError('unexpected', span, saying('syntax.groupInField', { name, takes })),

  bareCategory: (span: Span, category: string) =>
    new TopicSyntaxError('unexpected', span, saying('syntax.bareCategory', { typed: mention(category), category })),

  barePaper: (span: Span, typed: string) => {
    const id = parsePaperId(typed)?.id ?? typed;
    return new TopicSyntaxError('unexpected', span, saying('syntax.barePaper', { typed: mention(typed), id }));
  },

  exclamation: (span: Span, typed: string) =>
    new TopicSyntaxError('unexpected', span, saying('syntax.exclamation', { word: typed.slice(1) })),

  fieldWithoutColon: (span: Span, meant: string) =>
    new TopicSyntaxError('unexpected', span, saying('syntax.fieldWithoutColon', { meant })),

  unknownField: (span: Span, name: string) => {
    const elsewhere = fieldsElsewhere.get(name.toLowerCase());
    if (elsewhere !== undefined) return new TopicSyntaxError('unknown-field', span, elsewhere);
    const names = fields.flatMap((field) => field.names);
    const meant = nearest(name, names);
    const typed = mention(`${name}:`);
    const known = fields.map((field) => `${field.names[0]}:`);
    return new TopicSyntaxError(
      'unknown-field',
      span,
      meant === null
        ? saying('syntax.unknownField', { typed, fields: known })
        : saying('syntax.unknownFieldMeant', { typed, meant }),
    );
  },
} as const;

import { parsePaperId } from '../../papers/paper-id.ts';
import type { Field } from '../operators/operator.ts';
import { fields } from '../operators/registry.ts';
import { topicLimits } from '../topic.ts';
import { fieldsElsewhere } from './habits/fields.ts';
import type { Lexeme } from './lexeme.ts';
import { nearest } from './nearest.ts';
import { type Span, TopicSyntaxError } from './syntax-error.ts';
import { mention } from './term-text.ts';

const inQuotes = 'put it in quotes to search for the text';

/** Every error in the syntax of a topic: what happened, why, and one next step. */
export const syntaxErrors = {
  nothingTyped: (span: Span) =>
    new TopicSyntaxError('empty', span, 'There is no topic yet. Type some words, such as diffusion models.'),

  tooLong: (span: Span, length: number) =>
    new TopicSyntaxError(
      'too-long',
      span,
      `This topic has ${length} characters; the limit is ${topicLimits.characters}. Split it into two topics.`,
    ),

  tooLongInFull: (span: Span, length: number) =>
    new TopicSyntaxError(
      'too-long',
      span,
      `Written out in full, this topic has ${length} characters; the limit is ${topicLimits.characters}. Leave some terms out.`,
    ),

  tooManyTerms: (span: Span) =>
    new TopicSyntaxError(
      'too-many-terms',
      span,
      `A topic can have ${topicLimits.terms} terms, and this is one more. Split it into two topics.`,
    ),

  tooDeep: (span: Span) =>
    new TopicSyntaxError(
      'too-deep',
      span,
      `Groups can be nested ${topicLimits.depth} deep, and this is deeper. Write this part with fewer parentheses.`,
    ),

  tooWide: (span: Span) =>
    new TopicSyntaxError(
      'too-wide',
      span,
      'This alone would match nearly every paper. Add what the papers are about, as in graphs is:new.',
    ),

  tildeAfterWord: (span: Span, word: string) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      `A ~ with a number goes after words in quotes, as in "graph neural"~5. Put the words in quotes, or write ${mention(word)} alone to find it in any form.`,
    ),

  tildeWithoutNumber: (span: Span) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      'A ~ after words in quotes needs a number right after it, as in "graph neural"~5. Add it, or remove the ~.',
    ),

  onlyExclusions: (span: Span) =>
    new TopicSyntaxError(
      'only-exclusions',
      span,
      'This only says what to leave out, so it would match nearly every paper. Add what to look for, as in graphs -survey.',
    ),

  unclosedQuote: (span: Span) =>
    new TopicSyntaxError(
      'unclosed',
      span,
      'This quotation mark is never closed. Add one where the phrase ends, or remove it.',
    ),

  unclosedGroup: (span: Span) =>
    new TopicSyntaxError('unclosed', span, 'This parenthesis is never closed. Add a ) where the group ends.'),

  unopenedGroup: (span: Span) =>
    new TopicSyntaxError('unexpected', span, 'This parenthesis closes nothing. Remove it, or add a ( before it.'),

  emptyGroup: (span: Span) =>
    new TopicSyntaxError('unexpected', span, 'There is nothing between these parentheses. Add a term, or remove them.'),

  loneMinus: (span: Span) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      'A minus goes right before what it leaves out, as in -survey. Close the gap, or remove the minus.',
    ),

  tiedMinus: (span: Span) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      'This can be a hyphen or a minus. Put a space before it to leave out what follows, or write a space instead.',
    ),

  /** An operator has no term on this side. */
  missingTerm: (span: Span, operator: Lexeme, side: 'before' | 'after') => {
    const isWord = /^\p{L}+$/u.test(operator.value);
    const step = isWord ? 'Add one, or put the word in quotes to search for it.' : 'Add one, or remove the sign.';
    return new TopicSyntaxError('unexpected', span, `There is no term ${side} ${mention(operator.value)}. ${step}`);
  },

  missingValue: (span: Span, name: string, field: Field) =>
    new TopicSyntaxError('unexpected', span, `${name}: needs ${field.takes}. Add it, or remove ${name}:.`),

  fieldInField: (span: Span, name: string, outer: string) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      `A group of ${outer}: cannot contain another field. Close the parenthesis before ${name}:.`,
    ),

  groupInField: (span: Span, name: string, field: Field) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      `${name}: needs ${field.takes}, and no group. Put the words in quotes instead of parentheses.`,
    ),

  bareCategory: (span: Span, category: string) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      `${mention(category)} is a category. Write cat:${category}, or ${inQuotes}.`,
    ),

  barePaper: (span: Span, typed: string) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      `${mention(typed)} is a paper. Write id:${parsePaperId(typed)?.id}, or ${inQuotes}.`,
    ),

  exclamation: (span: Span, typed: string) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      `An exclamation mark does not leave anything out. Write -${typed.slice(1)}, or ${inQuotes}.`,
    ),

  fieldWithoutColon: (span: Span, meant: string) =>
    new TopicSyntaxError('unexpected', span, `A field needs a colon after its name. Write ${meant}, or ${inQuotes}.`),

  unknownField: (span: Span, name: string) => {
    const elsewhere = fieldsElsewhere.get(name.toLowerCase());
    if (elsewhere !== undefined) return new TopicSyntaxError('unknown-field', span, elsewhere);
    const names = fields.flatMap((field) => field.names);
    const meant = nearest(name, names);
    const known = fields.map((field) => `${field.names[0]}:`).join(', ');
    const step = meant === null ? `The fields are ${known}.` : `Did you mean ${meant}:?`;
    const hint = 'To search for the text, put it in quotes.';
    return new TopicSyntaxError('unknown-field', span, `There is no field ${mention(`${name}:`)}. ${step} ${hint}`);
  },
} as const;

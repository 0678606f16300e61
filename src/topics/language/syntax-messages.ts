import { parsePaperId } from '../../papers/paper-id.ts';
import type { Field } from '../operators/operator.ts';
import { fields } from '../operators/registry.ts';
import { topicLimits } from '../topic.ts';
import type { Lexeme } from './lexeme.ts';
import { nearest } from './nearest.ts';
import { type Span, TopicSyntaxError } from './syntax-error.ts';
import { mention } from './term-text.ts';

const inQuotes = 'put it in quotes';

/** Everything that can be wrong with how a topic is written: what happened, why, and one next step. */
export const complaints = {
  nothingTyped: (span: Span) =>
    new TopicSyntaxError('empty', span, 'There is no topic yet. Type some words, such as diffusion models.'),

  tooLong: (span: Span, length: number) =>
    new TopicSyntaxError(
      'too-long',
      span,
      `This topic has ${length} characters, and ${topicLimits.characters} is the most. Make two topics of it.`,
    ),

  tooLongInFull: (span: Span, length: number) =>
    new TopicSyntaxError(
      'too-long',
      span,
      `Written out in full this topic has ${length} characters, and ${topicLimits.characters} is the most. Leave some terms out.`,
    ),

  tooManyTerms: (span: Span) =>
    new TopicSyntaxError(
      'too-many-terms',
      span,
      `Here is one term more than the ${topicLimits.terms} that a topic can have. Make two topics of it.`,
    ),

  tooDeep: (span: Span) =>
    new TopicSyntaxError(
      'too-deep',
      span,
      `Groups are nested more than ${topicLimits.depth} deep here. Write this part with fewer parentheses.`,
    ),

  tooWide: (span: Span) =>
    new TopicSyntaxError(
      'too-wide',
      span,
      'This alone would match nearly every paper. Add what the papers are about, as in graphs is:new.',
    ),

  tildeAfterWord: (span: Span) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      'A ~ and a number stand only after words in quotes, as in "graph neural"~5. Put the words in quotes, or remove it.',
    ),

  tildeWithoutNumber: (span: Span) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      'After ~ there must be how many other words may lie between, as in "graph neural"~5. Add it, or remove the ~.',
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
    new TopicSyntaxError('unexpected', span, 'This parenthesis closes nothing. Remove it, or add a ( before.'),

  emptyGroup: (span: Span) =>
    new TopicSyntaxError('unexpected', span, 'There is nothing between these parentheses. Add a term, or remove them.'),

  loneMinus: (span: Span) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      'A minus stands right before what it leaves out, as in -survey. Close the gap, or remove the minus.',
    ),

  tiedMinus: (span: Span) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      'This may be a hyphen, or leave out what follows. Put a space before it to leave that out, or in its place.',
    ),

  /** An operator has no term on that side. */
  missingTerm: (span: Span, operator: Lexeme, side: 'before' | 'after') => {
    const isWord = /^\p{L}+$/u.test(operator.value);
    const step = isWord ? `Add one, or, if the word itself is meant, ${inQuotes}.` : 'Add one, or remove the sign.';
    return new TopicSyntaxError('unexpected', span, `There is no term ${side} ${mention(operator.value)}. ${step}`);
  },

  missingValue: (span: Span, name: string, field: Field) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      `After ${name}: there must be ${field.takes}. Add one, or remove ${name}:.`,
    ),

  fieldInField: (span: Span, name: string, outer: string) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      `Within ${outer}:(…) there can be no other field. Close the parenthesis before ${name}:.`,
    ),

  bareCategory: (span: Span, category: string) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      `${mention(category)} is a category. Write cat:${category}, or, if the text itself is meant, ${inQuotes}.`,
    ),

  barePaper: (span: Span, typed: string) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      `${mention(typed)} is a paper. Write id:${parsePaperId(typed)?.id}, or, if the text itself is meant, ${inQuotes}.`,
    ),

  exclamation: (span: Span, typed: string) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      `An exclamation mark leaves nothing out. Write -${typed.slice(1)}, or, if the text itself is meant, ${inQuotes}.`,
    ),

  fieldWithoutColon: (span: Span, meant: string) =>
    new TopicSyntaxError(
      'unexpected',
      span,
      `A field has a colon behind its name. Write ${meant}, or, if the text itself is meant, ${inQuotes}.`,
    ),

  unknownField: (span: Span, name: string) => {
    const names = fields.flatMap((field) => field.names);
    const meant = nearest(name, names);
    const known = fields.map((field) => `${field.names[0]}:`).join(', ');
    const step = meant === null ? `The fields are ${known}.` : `Did you mean ${meant}:?`;
    const hint = `If the text itself is meant, ${inQuotes}.`;
    return new TopicSyntaxError('unknown-field', span, `There is no field ${mention(`${name}:`)}. ${step} ${hint}`);
  },
} as const;

import type { Span } from './syntax-error.ts';

/** The smallest unit of a topic's text that has a meaning. */
export interface Lexeme {
  readonly kind: 'word' | 'phrase' | 'field' | 'and' | 'or' | 'not' | 'open' | 'close' | 'end';
  /** A term's text without quotes and other marks, or a field's name without the colon. */
  readonly value: string;
  /** Whether an equals sign stands before the term. */
  readonly isExact: boolean;
  /** The number after a phrase and a tilde, or null. It may be a fraction, which only some fields take. */
  readonly distance: number | null;
  readonly span: Span;
}

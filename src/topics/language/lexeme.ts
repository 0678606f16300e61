import type { Span } from './syntax-error.ts';

/** A piece of a topic's text. */
export interface Lexeme {
  readonly kind: 'word' | 'phrase' | 'field' | 'and' | 'or' | 'not' | 'open' | 'close' | 'end';
  /** A term's text without quotes and other marks, or a field's name without the colon. */
  readonly value: string;
  /** Whether it is a term with an equals sign before it. */
  readonly isExact: boolean;
  /** The number after a phrase and a tilde, or null. */
  readonly distance: number | null;
  readonly span: Span;
}

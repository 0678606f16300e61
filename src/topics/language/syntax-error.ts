import { sayEnglish } from '../../language/say-english.ts';
import type { Saying } from '../../language/saying.ts';
import type { TopicError } from '../topic.ts';

/** A range of the typed text, in UTF-16 units. `length` may be 0, at the end. */
export interface Span {
  readonly position: number;
  readonly length: number;
}

/** Carries a topic's error up to `parseTopic`, which returns it. */
export class TopicSyntaxError extends Error {
  readonly error: TopicError;

  constructor(code: TopicError['code'], span: Span, said: Saying) {
    const message = sayEnglish().saying(said);
    super(message);
    this.name = 'TopicSyntaxError';
    this.error = { code, position: span.position, length: span.length, said, message };
  }
}

/** From the start of one span to the end of another. */
export const spanFrom = (first: Span, last: Span): Span => ({
  position: first.position,
  length: last.position + last.length - first.position,
});

import type { Instant } from '../ports.ts';

/** An answer to requests for a feed in a format. */
export interface FeedAnswer {
  /** What it was made from. */
  readonly state: string;
  readonly madeAt: Instant;
  /** A strong entity tag, with its quotes: a hash of the body. */
  readonly etag: string;
  /** When this body was first seen, in whole seconds. */
  readonly modifiedAt: Instant;
  /** Null if it took too much memory. */
  readonly body: Buffer | null;
}

/** Remembers answers. The body of one that was not asked for lately is forgotten first, then the rest of it. */
export interface AnswerCache {
  get(key: string): FeedAnswer | undefined;
  put(key: string, answer: FeedAnswer): void;
}

export function createAnswerCache({ answers: mostAnswers, bytes: mostBytes }: CacheLimits): AnswerCache {
  /** The last one that was asked for is the last. */
  const answers = new Map<string, FeedAnswer>();
  let bytes = 0;

  function forgetBodies(): void {
    for (const [key, answer] of answers) {
      if (bytes <= mostBytes) return;
      bytes -= answer.body?.length ?? 0;
      answers.set(key, { ...answer, body: null });
    }
  }

  function remove(key: string): void {
    bytes -= answers.get(key)?.body?.length ?? 0;
    answers.delete(key);
  }

  function put(key: string, answer: FeedAnswer): void {
    remove(key);
    answers.set(key, answer);
    bytes += answer.body?.length ?? 0;
    forgetBodies();
    const [oldest] = answers.keys();
    if (answers.size > mostAnswers && oldest !== undefined) remove(oldest);
  }

  return {
    put,
    get(key) {
      const answer = answers.get(key);
      if (answer !== undefined) put(key, answer);
      return answer;
    },
  };
}

interface CacheLimits {
  readonly answers: number;
  /** The limit for all bodies together. */
  readonly bytes: number;
}

import type { Saying } from '../../language/saying.ts';
import { parsePaperId } from '../../papers/paper-id.ts';
import { parseTopic } from '../../topics/language/parse.ts';
import { allWordsOf, anyWordOf } from '../../topics/language/plain-words.ts';
import type { Topic, TopicError, TopicNode } from '../../topics/topic.ts';
import { UserError } from '../errors.ts';
import type { CommandContext } from '../interactions/context.ts';
import { topicError } from '../rendering/topic-error.ts';

/** A search as it is read. */
export interface SearchReading {
  readonly topic: Topic;
  /** The papers with some of its words, if few have all of them; null where they would not answer it. */
  readonly someWords: Topic | null;
  /** Why it was read as plain words, although it has signs of a query. Null if it was not, or if it is obvious. */
  readonly note: Saying | null;
}

/** @throws UserError if the text is not a query in the language of topics */
export function readQuery(typed: string, { store }: Pick<CommandContext, 'store'>): Topic {
  const parsed = parseTopic(typed, store.meaning);
  if (parsed.ok) return parsed.topic;
  throw badTopic(typed, parsed.error);
}

/**
 * Reads what people type: a query in the language of topics, a paper's id or address, a title, a question or a sentence.
 * @throws UserError if it is a query that cannot be read, or has no words
 */
export function readSearch(typed: string, { store }: Pick<CommandContext, 'store'>): SearchReading {
  const parsed = parseTopic(typed, store.meaning);
  if (parsed.ok) {
    const { topic } = parsed;
    return { topic, someWords: isWords(topic.root) ? anyWordOf(typed) : null, note: null };
  }
  const named = parsePaperId(typed.trim());
  const paper = named === null ? null : parseTopic(`id:${named.id}`);
  if (paper?.ok === true) return { topic: paper.topic, someWords: null, note: null };
  const words = allWordsOf(typed);
  if (words === null || isQuery(typed, parsed.error)) throw badTopic(typed, parsed.error);
  const note = isProse(typed, parsed.error) ? null : parsed.error.said;
  return { topic: words, someWords: anyWordOf(typed), note };
}

const badTopic = (typed: string, error: TopicError): UserError =>
  new UserError('bad-topic', (say) => topicError(typed, error, say));

/** Whether the topic asks for words and phrases, and nothing else. */
function isWords(node: TopicNode): boolean {
  if (node.kind === 'all' || node.kind === 'any') return node.nodes.every(isWords);
  return node.kind === 'text' && node.field === 'any';
}

/** Errors of those who know the language: words alone would not be what they asked for. */
const queryErrors: ReadonlySet<TopicError['code']> = new Set([
  'unknown-category',
  'unknown-value',
  'no-meaning',
  'only-exclusions',
  'too-wide',
  'too-long',
]);

const isQuery = (typed: string, error: TopicError): boolean => queryErrors.has(error.code) && !isProse(typed, error);

/** Whether the mistake is at a colon with a blank after it, as in a title, or in signs between words. */
function isProse(typed: string, { code, position, length }: TopicError): boolean {
  const around = typed.slice(Math.max(0, position - 40), position + length + 2);
  return code === 'no-words' || /\p{L}:\s/u.test(around);
}

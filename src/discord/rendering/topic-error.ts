import type { Say } from '../../language/say.ts';
import { showTopicError } from '../../topics/language/show-error.ts';
import type { TopicError } from '../../topics/topic.ts';
import { cutAtWord, escapeText } from './escape.ts';

/** Why a topic cannot be read: the position, the text with a mark under it, the mistake, and one next step. */
export function topicError(text: string, error: TopicError, say: Say): string {
  const [shown = '', mark = ''] = showTopicError(text, error).split('\n');
  // A backtick could end the code block, so a similar character replaces it.
  const block = [shown, mark].map((line) => line.replaceAll('`', 'ˋ')).join('\n');
  const why = escapeText(cutAtWord(say.saying(error.said), 600));
  return `${headline(text, error, say)}\n\`\`\`\n${block}\n\`\`\`\n${why}`;
}

/** The position, counted from 1, for people who cannot see the mark. It is left out for a mistake at the end. */
function headline(text: string, { position }: TopicError, say: Say): string {
  if (text.trim() === '') return say('topics.unreadable');
  if (position >= text.trimEnd().length) return say('topics.unreadableEnd');
  return say('topics.unreadableAt', { character: Array.from(text.slice(0, position)).length + 1 });
}

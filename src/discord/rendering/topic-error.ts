import { showTopicError } from '../../topics/language/show-error.ts';
import type { TopicError } from '../../topics/topic.ts';
import { cutAtWord, escapeText } from './escape.ts';

/** Why a topic cannot be read: where, the text with a mark under the place, what is wrong, and one next step. */
export function topicError(text: string, error: TopicError): string {
  const [shown = '', mark = '', ...message] = showTopicError(text, error).split('\n');
  // A backtick could end the code block; a similar character takes the same place.
  const block = [shown, mark].map((line) => line.replaceAll('`', 'ˋ')).join('\n');
  return `I cannot read this topic${showPosition(text, error)}:\n\`\`\`\n${block}\n\`\`\`\n${escapeText(cutAtWord(message.join(' '), 600))}`;
}

/** As people count, from 1, for those who cannot see the mark; of a mistake at the end its place says nothing. */
function showPosition(text: string, { position }: TopicError): string {
  if (position >= text.trimEnd().length) return text.trim() === '' ? '' : ', at its end';
  return `, at character ${Array.from(text.slice(0, position)).length + 1}`;
}

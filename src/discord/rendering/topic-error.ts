import { showTopicError } from '../../topics/show-error.ts';
import type { TopicError } from '../../topics/topic.ts';
import { cutAtWord, escapeText } from './escape.ts';

/** Why a topic cannot be read: the text with a mark under the place, what is wrong, and one next step. */
export function topicError(text: string, error: TopicError): string {
  const [shown = '', mark = '', ...message] = showTopicError(text, error).split('\n');
  // A backtick could end the code block; a similar character takes the same place.
  const block = [shown, mark].map((line) => line.replaceAll('`', 'ˋ')).join('\n');
  return `I cannot read this topic:\n\`\`\`\n${block}\n\`\`\`\n${escapeText(cutAtWord(message.join(' '), 600))}`;
}

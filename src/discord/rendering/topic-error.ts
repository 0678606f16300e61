import { showTopicError } from '../../topics/language/show-error.ts';
import type { TopicError } from '../../topics/topic.ts';
import { cutAtWord, escapeText } from './escape.ts';

/** Why a topic cannot be read: the position, the text with a mark under it, the mistake, and one next step. */
export function topicError(text: string, error: TopicError): string {
  const [shown = '', mark = '', ...message] = showTopicError(text, error).split('\n');
  // A backtick could end the code block, so a similar character replaces it.
  const block = [shown, mark].map((line) => line.replaceAll('`', 'ˋ')).join('\n');
  return `I cannot read this topic${showPosition(text, error)}:\n\`\`\`\n${block}\n\`\`\`\n${escapeText(cutAtWord(message.join(' '), 600))}`;
}

/** The position, counted from 1, for people who cannot see the mark. It is left out for a mistake at the end. */
function showPosition(text: string, { position }: TopicError): string {
  if (position >= text.trimEnd().length) return text.trim() === '' ? '' : ', at its end';
  return `, at character ${Array.from(text.slice(0, position)).length + 1}`;
}

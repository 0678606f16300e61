import { parseTopic } from '../../src/topics/language/parse.ts';
import { type Topic, topicLimits } from '../../src/topics/topic.ts';
import { tokenize } from '../../src/topics/words/tokens.ts';

/**
 * The topic of papers that have any of the words of a text, whatever else stands in it: signs, operators, fields. Words
 * beyond the limits of a topic are left out. Null for a text without words.
 */
export function anyWordOf(text: string): Topic | null {
  const words = new Map(tokenize(text).map((token) => [token.stem, token.text]));
  let query = '';
  for (const word of [...words.values()].slice(0, topicLimits.terms)) {
    // In quotes, no word is an operator.
    const longer = `${query}${query === '' ? '' : ' OR '}"${word}"`;
    if (longer.length > topicLimits.characters) break;
    query = longer;
  }
  const parsed = parseTopic(query);
  return parsed.ok ? parsed.topic : null;
}

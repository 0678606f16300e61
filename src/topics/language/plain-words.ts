import { type Topic, topicLimits } from '../topic.ts';
import { rarityOf } from '../words/rarity-table.ts';
import { tokenize } from '../words/tokens.ts';
import { parseTopic } from './parse.ts';

/** Words of more than a third of all papers say nothing about a paper: `the`, `of`, `we`. */
const leastRarity = 1;

/**
 * The topic of papers that have any of the telling words of a text, whatever else stands in it: signs, operators, fields.
 * Words of nearly every paper count only where there are no others, and words beyond the limits of a topic are left out.
 * Null for a text without words.
 */
export const anyWordOf = (text: string): Topic | null => topicOf(text, ' OR ');

/** The same for papers that have all of these words. */
export const allWordsOf = (text: string): Topic | null => topicOf(text, ' ');

function topicOf(text: string, between: string): Topic | null {
  let query = '';
  for (const word of tellingWords(text).slice(0, topicLimits.terms)) {
    // In quotes, no word is an operator.
    const longer = `${query}${query === '' ? '' : between}"${word}"`;
    if (longer.length > topicLimits.characters) break;
    query = longer;
  }
  const parsed = parseTopic(query);
  return parsed.ok ? parsed.topic : null;
}

function tellingWords(text: string): readonly string[] {
  const words = [...new Map(tokenize(text).map((token) => [token.stem, token])).values()];
  const telling = words.filter(({ stem }) => rarityOf(stem) >= leastRarity);
  return (telling.length > 0 ? telling : words).map(({ text: word }) => word);
}

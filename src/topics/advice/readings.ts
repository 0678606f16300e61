import { maskPhrases, quotes } from '../language/signs.ts';
import type { TextTerm, Topic, TopicNode } from '../topic.ts';
import { casedWords } from '../words/tokens.ts';
import { asksForWords, readOrNull, wantedTerms, withInstead } from './rewriting.ts';

/**
 * The topic that asks for any item of a list where the typed one asks for all: `LLM, agents` as `LLM OR agents`.
 * Exclusions and fields such as `cat:` stay conditions for all of them. Null if the text is not a list.
 */
export function anyOfList({ text, meaning }: Topic): Topic | null {
  const items = itemsOf(text).map((item) => ({ item, topic: readOrNull(item, meaning) }));
  const wanted = items.filter(({ topic }) => topic !== null && asksForWords(topic.root));
  // A part that is not a topic by itself, such as an exclusion, is a condition as well.
  const conditions = items.filter((each) => !wanted.includes(each)).map(({ item }) => item);
  if (wanted.length < 2) return null;
  const either = wanted.map(({ item, topic }) => (topic?.root.kind === 'any' ? `(${item})` : item)).join(' OR ');
  return readOrNull(conditions.length === 0 ? either : [`(${either})`, ...conditions].join(' '), meaning);
}

/** The items between the commas of a text that has no commas within groups, or none. */
function itemsOf(text: string): readonly string[] {
  const open = maskPhrases(text);
  const items: string[] = [];
  let [from, depth] = [0, 0];
  for (let at = 0; at <= open.length; at++) {
    const sign = open[at] ?? '';
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    const isEnd = at === open.length || (depth === 0 && isSeparator(open, at));
    if (!isEnd) continue;
    items.push(text.slice(from, at).trim());
    from = at + 1;
  }
  return items.filter((item) => item !== '');
}

/** The comma of `1,000` belongs to the number. */
const isSeparator = (text: string, at: number): boolean =>
  /[,、;]/.test(text[at] ?? '') && !/\d,\d{3}/.test(text.slice(Math.max(0, at - 1), at + 4));

/** Fewer words are mostly meant as words. */
const fewestOfSentence = 4;
const anyQuote = new RegExp(`[${quotes}]`, 'g');

/**
 * The topic that reads plain words as one sentence, by meaning: `papers on editing model weights` as
 * `about:"papers on editing model weights"`. Null if the text has an operator or few words, or if there is no table.
 */
export function asSentence({ text, root, meaning }: Topic): Topic | null {
  if (meaning.version === null || root.kind !== 'all' || root.nodes.length < fewestOfSentence) return null;
  return root.nodes.every(isPlainWord) ? readOrNull(`about:"${text.replace(anyQuote, ' ').trim()}"`, meaning) : null;
}

const isPlainWord = (node: TopicNode): boolean => node.kind === 'text' && node.field === 'any' && !node.isQuoted;

const aboutBefore = new RegExp(`^\\s*(?:about\\s*:|~)\\s*(?![${quotes}\\s])`, 'i');

/**
 * The topic that reads all of the words by their meaning, if only the first one is read so for want of quotation marks:
 * `about:editing the weights` as `about:"editing the weights"`. Null for any other topic.
 */
export function withQuotes({ text, root, meaning }: Topic): Topic | null {
  if (root.kind !== 'all' || root.nodes[0]?.kind !== 'about' || !aboutBefore.test(text)) return null;
  const isOpen = root.nodes.slice(1).every(isPlainWord);
  return isOpen ? readOrNull(`about:"${text.replace(aboutBefore, '').replace(anyQuote, ' ').trim()}"`, meaning) : null;
}

/** A word in capitals, with the topics that count its spellings. */
export interface Acronym {
  /** As it was typed: `IT`. */
  readonly typed: string;
  /** The topic with `=IT` in its place. */
  readonly cased: Topic;
  /** The topic with `=it` in its place. */
  readonly inAnyCase: Topic;
}

/** The words of a topic that were typed in capitals only, each of two letters or more. */
export function acronymsOf(topic: Topic): readonly Acronym[] {
  const capitals = new Map(
    casedWords(topic.text)
      .filter((word) => /^\p{Lu}{2,}\p{N}*$/u.test(word))
      .map((word) => [word.toLowerCase(), word]),
  );
  return wantedTerms(topic.root).flatMap((term) => {
    const typed = term.kind === 'text' && term.words.length === 1 ? capitals.get(term.display) : undefined;
    if (typed === undefined || term.kind !== 'text') return [];
    const cased = withInstead(topic, term, exactly(term, typed, typed));
    const inAnyCase = withInstead(topic, term, exactly(term, typed.toLowerCase(), null));
    return cased === null || inAnyCase === null ? [] : [{ typed, cased, inAnyCase }];
  });
}

const exactly = ({ field, words, isQuoted }: TextTerm, display: string, cased: string | null): TopicNode => ({
  kind: 'exact',
  field,
  forms: words.map(({ text }) => ({ text, cased })),
  display,
  isQuoted,
});

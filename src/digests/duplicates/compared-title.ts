import { memoByKey } from '../../memo.ts';
import { cleanTexText } from '../../papers/text.ts';
import { smallWords } from '../../topics/words/tokens.ts';

/**
 * Beginnings of titles that say what a text is and not what it is about, as folded words with a blank after each. Two such
 * texts of the same authors may be two works: a reply to one letter, and a reply to another.
 */
const usualBeginning =
  /^(?:(?:the )?(?:authors? |editors? )?(?:repl(?:y|ies)|responses?|rejoinder|answer) (?:to|on) |corrections? |corrigend(?:um|a) |errat(?:um|a) |addend(?:um|a) |(?:guest )?editorial |preface |foreword |introduction to (?:the|this) (?:\S+ )?(?:issue|section|volume|collection) |letters? to the editors? |in memoriam |obituary |book reviews? |table of contents )/;

/** The fewest letters and words of a title that is compared. Where no blanks part words, each letter is a word. */
const least = { letters: 12, words: 2 };

/**
 * A title as it is compared: without case, accents, TeX, punctuation, dashes and blanks. `Fine-tuning of $\alpha$-nets`
 * is `finetuningofalphanets`. Null if the title is too short or too usual to tell one work from another.
 */
export const comparedTitle = memoByKey(200, (title: string): string | null => {
  const words = smallWords(cleanTexText(title));
  const text = words.join('');
  if (words.length < least.words || text.length < least.letters) return null;
  return usualBeginning.test(`${words.join(' ')} `) ? null : text;
});

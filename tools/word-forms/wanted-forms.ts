import { type Sources, totalOf } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import { regularForms } from './regular-forms.ts';
import { britishSpellings } from './spelling.ts';

/** Rarer forms are left to the rule. */
const leastCount = 5;
/** Of words that are at least that frequent, all regular forms are wanted, whether the corpus has them or not. */
const commonCount = 20;

/** The forms that the table must be right about, in no order, maybe twice. */
export function* wantedForms(sources: Sources): Generator<string> {
  const { counts, lexicon } = sources;
  for (const [form, count] of counts) {
    if (count.total < leastCount) continue;
    yield form;
    yield* britishSpellings(form);
    if (count.total >= commonCount) yield* formsOf(form, lexicon);
  }
  for (const word of lexicon.words) yield* britishSpellings(word);
  yield* lexicon.irregularForms;
  for (const [british, american] of lexicon.american) {
    yield british;
    yield american;
  }
}

function* formsOf(base: string, lexicon: Lexicon): Generator<string> {
  if (lexicon.isA(base, 'noun') || lexicon.isA(base, 'verb')) yield* regularForms(base, 'plural');
  if (!lexicon.isA(base, 'verb')) return;
  yield* regularForms(base, 'past');
  yield* regularForms(base, 'participle');
}

/** The `ing` and `ed` forms that a solid noun does not have: `database` is no verb, and `data-based` is none of it. */
export function* verblessForms(sources: Sources): Generator<string> {
  const { counts, lexicon } = sources;
  for (const [noun, count] of counts) {
    if (count.total < 100 || looksInflected.test(noun) || !isNounOnly(noun, lexicon) || !isSolid(noun, sources))
      continue;
    const verbForms = [...regularForms(noun, 'past'), ...regularForms(noun, 'participle')];
    const used = verbForms.reduce((sum, form) => sum + totalOf(form, sources), 0);
    if (used * 500 < count.total) yield* verbForms;
  }
}

const isNounOnly = (word: string, lexicon: Lexicon): boolean =>
  !lexicon.isA(word, 'verb') && (lexicon.isA(word, 'noun') || !lexicon.isWord(word));

const looksInflected = /(?:s|ed|ing)$/;

/** Whether the noun is made of a common word and a verb. */
function isSolid(noun: string, sources: Sources): boolean {
  const { lexicon } = sources;
  for (let cut = 3; cut <= noun.length - 3; cut++) {
    const [first, second] = [noun.slice(0, cut), noun.slice(cut)];
    const isCommon = totalOf(first, sources) >= 100 && totalOf(second, sources) >= 100;
    if (isCommon && lexicon.isWord(first) && lexicon.isA(second, 'verb')) return true;
  }
  return false;
}

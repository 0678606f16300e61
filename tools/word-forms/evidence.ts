import type { CorpusCounts, FormCount } from './corpus-counts.ts';
import { isAcronym, isAcronymPlural, isName, isOftenSmall } from './letter-case.ts';
import type { Lexicon, WordClass } from './lexicon.ts';
import { type Inflection, regularForms } from './regular-forms.ts';

/** The corpus and the lexical lists. */
export interface Sources {
  readonly counts: CorpusCounts;
  readonly lexicon: Lexicon;
}

/** How often the corpus has the form. */
export const totalOf = (form: string, { counts }: Sources): number => counts.get(form)?.total ?? 0;

// `is`, `was`, `has`, `does` are irregular. These only look like inflections.
const functionWords = new Set(
  (
    'as us its his hers ours yours theirs this thus yes plus minus versus vs less unless always perhaps besides ' +
    'towards afterwards whereas during nothing something anything everything other rather either neither whether ' +
    'another over under after ever never however were need indeed hundred red bed an me he she her ourselves ' +
    'yourselves trans'
  ).split(' '),
);

export const isFunctionWord = (form: string): boolean => functionWords.has(form);

const classesOf: Readonly<Record<Inflection, readonly WordClass[]>> = {
  plural: ['noun', 'verb'],
  past: ['verb'],
  participle: ['verb'],
  comparative: ['adjective', 'adverb'],
  superlative: ['adjective', 'adverb'],
};

/** Whether the lists have the base in a class that inflects so. */
export const isListed = (base: string, inflection: Inflection, { lexicon }: Sources): boolean =>
  classesOf[inflection].some((wordClass) => lexicon.isA(base, wordClass));

/** Whether the form has inflections of its own, so that it is more than one of another word: `bounds`, `thoughts`. */
export function inflectsItself(form: string, sources: Sources): boolean {
  if (!sources.lexicon.isA(form, 'noun') && !sources.lexicon.isA(form, 'verb')) return false;
  const own = [...regularForms(form, 'plural'), ...regularForms(form, 'participle')];
  return own.some((each) => totalOf(each, sources) * 20 > totalOf(form, sources));
}

/** Whether it is the name of someone or something, or an acronym. */
export const isCapitalName = (form: string, { counts }: Sources): boolean =>
  isAcronym(counts.get(form)) || isName(counts.get(form));

/** Whether the form with an `s` is the plural, or the third person, of the base. */
export function isPlural(form: string, base: string, sources: Sources): boolean {
  const { counts, lexicon } = sources;
  const count = counts.get(form);
  if (isAcronymPlural(count)) return form === `${base}s`;
  if (base.length < 3) return false;
  const listed = isListed(base, 'plural', sources);
  if (isAcronym(count)) return listed && isOftenSmall(count);
  if (isName(count)) {
    const isNameOrNoun = base.endsWith('an') || lexicon.isA(base, 'noun') || isName(counts.get(base));
    return isNameOrNoun && !lexicon.isWord(form) && totalOf(base, sources) >= totalOf(form, sources);
  }
  if (form.endsWith('ics')) return isPluralOfIc(form, base, sources);
  // A word with such an end is rarely a plural: emojis.
  if (/(?:ss|us|is)$/.test(form)) return listed || totalOf(base, sources) * 5 > totalOf(form, sources);
  return true;
}

/** Metrics are several; dynamics is no plural of the adjective dynamic, which mostly stands before a noun. */
function isPluralOfIc(form: string, base: string, { counts, lexicon }: Sources): boolean {
  const count = counts.get(base);
  const isUsedAsNoun = count !== undefined && count.phraseEnd * 5 > count.total;
  return lexicon.isA(base, 'noun') ? !lexicon.isWord(form) || isUsedAsNoun : isUsedAsNoun && !lexicon.isWord(base);
}

/** Whether a form of an adjective is compared, and no noun that looks so: `cooler`, but not `reader`. */
export function isCompared(form: string, base: string, sources: Sources): boolean {
  const { counts, lexicon } = sources;
  const forms = (inflection: Inflection) => regularForms(base, inflection).map((each) => counts.get(each));
  const comparatives = forms('comparative');
  if (comparatives.includes(counts.get(form)) && lexicon.isA(form, 'noun') && !isBeforeThan(counts.get(form))) {
    return false;
  }
  const isSeen = (counted: readonly (FormCount | undefined)[]): boolean =>
    counted.some((count) => count !== undefined && count.total > 1);
  return isSeen(comparatives) && isSeen(forms('superlative'));
}

const isBeforeThan = (count: FormCount | undefined): boolean => count !== undefined && count.than * 100 > count.total;

/** Whether the form ends in a common word that is no plural, and loses no `s` either: `metalens`, `debias`, `photonics`. */
export function hasOwnTail(form: string, sources: Sources): boolean {
  if (!form.endsWith('s')) return false;
  const base = form.slice(0, -1);
  if (form.endsWith('ics')) return !isPlural(form, base, sources);
  if (totalOf(base, sources) > 1) return false;
  for (let cut = 2; cut < form.length - 2; cut++) {
    const tail = form.slice(cut);
    const isCommon = totalOf(tail, sources) >= 200 && sources.lexicon.isA(tail, 'noun');
    if (isCommon && !sources.lexicon.isWord(tail.slice(0, -1))) return true;
  }
  return false;
}

/** The base of a compound whose last part is irregular: `submatrices`. Null if there is none. */
export function baseByTail(form: string, sources: Sources): string | null {
  const { lexicon } = sources;
  if (lexicon.isWord(form)) return null;
  for (let cut = 2; cut < form.length - 3; cut++) {
    const bases = lexicon.basesOf(form.slice(cut)).map((base) => form.slice(0, cut) + base);
    const found = bases.find((base) => totalOf(base, sources) > 1);
    if (found !== undefined) return found;
  }
  return null;
}

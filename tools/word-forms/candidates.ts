import { isListed, type Sources, totalOf } from './evidence.ts';
import { isAcronymPlural } from './letter-case.ts';
import { type Inflection, regularForms } from './regular-forms.ts';

/** A word that a form may be an inflection of. */
export interface Candidate {
  readonly base: string;
  readonly origin: 'irregular' | 'lexicon' | 'corpus';
  readonly inflection: Inflection | 'irregular';
  /** Whether a lexical list has the base in the class that inflects so. */
  readonly isListed: boolean;
}

export function candidatesOf(form: string, sources: Sources): readonly Candidate[] {
  const irregular = new Set([...sources.lexicon.basesOf(form), ...classicalSingulars(form, sources)]);
  const regular = endings.flatMap(([ending, inflection]) =>
    basesOf(form, ending, inflection).map((base): Candidate => {
      // GPUs: the letters tell as surely as a list.
      const isPluralByCase = inflection === 'plural' && isAcronymPlural(sources.counts.get(form));
      const listed = isPluralByCase || isListed(base, inflection, sources);
      return { base, origin: listed && !isPluralByCase ? 'lexicon' : 'corpus', inflection, isListed: listed };
    }),
  );
  return [
    ...Array.from(
      irregular,
      (base): Candidate => ({ base, origin: 'irregular', inflection: 'irregular', isListed: true }),
    ),
    ...regular,
  ];
}

const endings: readonly (readonly [string, Inflection])[] = [
  ['s', 'plural'],
  ['ed', 'past'],
  ['ing', 'participle'],
  ['er', 'comparative'],
  ['est', 'superlative'],
];

/** Every string that inflects to the form by the rules of spelling. */
function basesOf(form: string, ending: string, inflection: Inflection): readonly string[] {
  if (!form.endsWith(ending)) return [];
  const left = form.slice(0, -ending.length);
  const [shorter, shortest] = [left.slice(0, -1), left.slice(0, -2)];
  const possible = new Set([left, `${left}e`, shorter, shortest, `${shorter}y`, `${shortest}y`, `${shorter}ie`]);
  return [...possible].filter((base) => base.length > 1 && regularForms(base, inflection).includes(form));
}

/** Latin and Greek plurals and their singulars. The lists lack some of them, and those that are ambiguous. */
const classicalEndings: readonly (readonly [plural: string, singular: string])[] = [
  ['ses', 'sis'],
  ['xes', 'xis'],
  ['tices', 'tex'],
  ['tices', 'tix'],
  ['dices', 'dex'],
  ['dices', 'dix'],
  ['plices', 'plex'],
  ['rices', 'rix'],
  ['mata', 'ma'],
  ['ae', 'a'],
  ['hedra', 'hedron'],
];

/** The singulars that are nouns by the lists, or that the corpus has nearly as often as the plural. */
function classicalSingulars(form: string, sources: Sources): readonly string[] {
  if (form.length < 5) return [];
  return classicalEndings
    .filter(([plural]) => form.endsWith(plural))
    .map(([plural, singular]) => form.slice(0, -plural.length) + singular)
    .filter((base) => {
      const total = totalOf(base, sources);
      const isInCorpus = base.length > 4 && total > 2 && total * 5 > totalOf(form, sources);
      return isInCorpus || sources.lexicon.isA(base, 'noun');
    });
}

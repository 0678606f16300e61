import { baseForm } from '../../src/topics/words/inflection.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import {
  baseByTail,
  hasOwnTail,
  inflectsItself,
  isCapitalName,
  isCompared,
  isFunctionWord,
  isPlural,
  type Sources,
  totalOf,
} from './evidence.ts';
import { isMostlyCapital } from './letter-case.ts';
import { americanSpelling } from './spelling.ts';

/** What tells the base of a form. */
export type Origin = 'correction' | 'irregular' | 'lexicon' | 'spelling' | 'corpus' | 'rule';

interface Base {
  readonly base: string;
  readonly origin: Origin;
}

/** One step from a form towards the stem of its class. A form that is its own base is returned. */
export type FindBase = (form: string) => Base;

/**
 * @param corrections decisions by hand: form → base
 * @param verbless forms that only look like verbs
 */
export const createFindBase =
  (sources: Sources, corrections: ReadonlyMap<string, string>, verbless: ReadonlySet<string>): FindBase =>
  (form) => {
    const corrected = corrections.get(form);
    if (corrected !== undefined) return { base: corrected, origin: 'correction' };
    if (verbless.has(form)) return { base: form, origin: 'corpus' };
    return findSpelling(form, sources) ?? findInflected(form, sources) ?? findOwn(form, sources);
  };

function findSpelling(form: string, sources: Sources): Base | null {
  const base = americanSpelling(form, sources);
  if (base === form) return null;
  // "Analyses" is the plural of analysis and a British verb. The more frequent one is taken.
  const inflected = findInflected(form, sources);
  const isRather = inflected?.origin === 'irregular' && totalOf(inflected.base, sources) > totalOf(base, sources);
  return isRather ? null : { base, origin: 'spelling' };
}

/** The base that the corpus has most often. */
function findInflected(form: string, sources: Sources): Base | null {
  const candidates = candidatesOf(form, sources).filter((candidate) => isPlausible(form, candidate, sources));
  const listed = candidates.filter((candidate) => candidate.isListed);
  const rest = sources.lexicon.isWord(form) || listed.length > 0 ? listed : candidates;
  const [first, ...others] = rest;
  if (first !== undefined) {
    const more = (one: Candidate, other: Candidate): Candidate =>
      totalOf(other.base, sources) > totalOf(one.base, sources) ? other : one;
    const { base, origin } = others.reduce(more, first);
    return { base, origin };
  }
  const base = baseByTail(form, sources);
  return base === null ? null : { base, origin: 'irregular' };
}

/** A form without a base: a word of its own, as the lists or the corpus tell, or else what the rule makes of it. */
function findOwn(form: string, sources: Sources): Base {
  if (sources.lexicon.isWord(form) || isFunctionWord(form)) return { base: form, origin: 'lexicon' };
  const isOwn = isMostlyCapital(sources.counts.get(form)) || hasOwnTail(form, sources);
  return isOwn ? { base: form, origin: 'corpus' } : { base: baseForm(form), origin: 'rule' };
}

function isPlausible(form: string, candidate: Candidate, sources: Sources): boolean {
  const { base, inflection } = candidate;
  if (isFunctionWord(form) && inflection !== 'irregular') return false;
  if (!candidate.isListed && !hasCorpusEvidence(form, candidate, sources)) return false;
  switch (inflection) {
    case 'irregular':
      return !isCapitalName(form, sources) && !inflectsItself(form, sources);
    case 'plural':
      return !isRareBeside(form, candidate, sources) && isPlural(form, base, sources);
    case 'past':
      return base.length > 2 && !inflectsItself(form, sources) && !isCapitalName(form, sources);
    case 'participle':
      return !isFunctionWord(base) && !isCapitalName(form, sources);
    case 'comparative':
    case 'superlative':
      return candidate.isListed && base.length > 2 && isCompared(form, base, sources);
  }
}

/** Whether a word of its own has a possible base that is a slip or another, rare word: physics, Kubernetes. */
function isRareBeside(form: string, { base, isListed }: Candidate, sources: Sources): boolean {
  const [ofForm, ofBase] = [totalOf(form, sources), totalOf(base, sources)];
  if (sources.lexicon.isWord(form)) return ofBase < 0.02 * ofForm;
  return ofBase < 0.005 * ofForm && !(isListed && base.length > 5);
}

/** Whether the corpus alone shows that a base is one. Few letters are alike by accident. */
function hasCorpusEvidence(form: string, { base, inflection }: Candidate, sources: Sources): boolean {
  const ofBase = totalOf(base, sources);
  if (inflection === 'plural') return ofBase > 1;
  return base.length > 3 && ofBase > 9 && ofBase * 200 > totalOf(form, sources);
}

import type { GivenTerm } from './given-terms.ts';

/** A term with how many papers a day it brings. */
export interface CountedTerm extends GivenTerm {
  readonly perDay: number;
}

/** More terms are not readable. */
const termsAtMost = 6;
/** Half of what a digest shows by default, so that other topics of the channel have room. */
const mostPerDay = 5;
/** How uncertain a count is, in papers a day: papers that a term did not bring lately may still come. */
const uncertainty = 0.3;
/** A further term must find at least this share of the given papers in addition. */
const leastGain = 0.04;
/** How much a paper counts that has the term once, and not in its title. */
const passingMention = 0.5;

/**
 * The terms that together find most of the given papers for the papers a day that they bring: a greedy cover within a
 * budget. If each of them alone brings too many, it is the one that is best for what it brings. Empty without terms.
 * @param given how many papers are given
 */
export function coverPapers(terms: readonly CountedTerm[], given: number): readonly CountedTerm[] {
  const chosen: CountedTerm[] = [];
  const covered = new Set<number>();
  let perDay = 0;
  while (chosen.length < termsAtMost) {
    const least = chosen.length === 0 ? 1 : leastGain * given;
    const further = terms.filter((term) => newlyFound(term, covered).length >= least);
    const fitting = further.filter((term) => perDay + term.perDay <= mostPerDay);
    const best = bestOf(fitting.length === 0 && chosen.length === 0 ? further : fitting, covered);
    if (best === null) break;
    chosen.push(best);
    perDay += best.perDay;
    for (const place of best.found) covered.add(place);
  }
  return chosen;
}

const newlyFound = ({ found }: CountedTerm, covered: ReadonlySet<number>): readonly number[] =>
  found.filter((place) => !covered.has(place));

function bestOf(terms: readonly CountedTerm[], covered: ReadonlySet<number>): CountedTerm | null {
  const worths = terms.map((term) => ({ term, worth: worthOf(term, covered) }));
  return (
    worths.reduce<(typeof worths)[number] | null>(
      (best, each) => (best === null || each.worth > best.worth ? each : best),
      null,
    )?.term ?? null
  );
}

/** What a term newly finds, for the papers a day that it brings. */
function worthOf(term: CountedTerm, covered: ReadonlySet<number>): number {
  const central = term.central.filter((place) => !covered.has(place)).length;
  const gain = central + passingMention * (newlyFound(term, covered).length - central);
  return gain / (term.perDay + uncertainty);
}

/** The terms as the text of a topic. */
export const writeCover = (terms: readonly GivenTerm[]): string => terms.map(({ text }) => text).join(' OR ');

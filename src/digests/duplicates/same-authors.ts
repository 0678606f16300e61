import { bylineOf } from '../../papers/collaborations.ts';
import { isNamed } from '../../topics/names/is-named.ts';
import { type NamePart, namePartsOf, showName } from '../../topics/names/name-parts.ts';
import { isUnspacedName } from '../../topics/names/readings.ts';

/** A name, cut into parts. */
interface ReadName {
  readonly parts: readonly NamePart[];
  readonly shown: string;
}

/** How many names that stand at different places in two lists are compared each with each. */
const comparedAtMost = 40;

/**
 * The names that are compared: the people, or the collaborations where no person is named. Two people may have one name,
 * or the same initials. Empty for a list that ends in `et al.`, because nobody knows who else wrote the paper.
 */
export function comparedAuthors(authors: readonly string[]): readonly string[] {
  const { people, collaborations, hasOthers } = bylineOf(authors);
  if (hasOthers) return [];
  return people.length > 0 ? people : collaborations;
}

/**
 * Whether two lists name the same authors, in any order: as many, and each of them is one of the others. Initials,
 * hyphens, accents and `Family, Given` do not part a name from itself.
 */
export function haveSameAuthors(one: readonly string[], other: readonly string[]): boolean {
  const [names, others] = [comparedAuthors(one), comparedAuthors(other)];
  if (names.length === 0 || names.length !== others.length) return false;
  // Most lists have the same order, and often the same spelling, which is far faster than reading thousands of names.
  const isSame = (name: string, index: number): boolean =>
    name === others[index] || isSamePerson(readName(name), readName(others[index] ?? ''));
  return names.every(isSame) || areSameInAnyOrder(names.map(readName), others.map(readName));
}

function areSameInAnyOrder(names: readonly ReadName[], others: readonly ReadName[]): boolean {
  const [rest, otherRest] = [without(names, others), without(others, names)];
  return rest.length === otherRest.length && rest.length <= comparedAtMost && canBePaired(rest, otherRest);
}

function readName(name: string): ReadName {
  const parts = namePartsOf(name);
  return { parts, shown: showName(parts) };
}

/** The names that the other list does not have in the same form. */
function without(names: readonly ReadName[], others: readonly ReadName[]): readonly ReadName[] {
  const known = new Set(others.map(({ shown }) => shown));
  return names.filter(({ shown }) => !known.has(shown));
}

function isSamePerson(one: ReadName, other: ReadName): boolean {
  if (one.shown === other.shown) return true;
  // A name of one part would be anybody who has that name.
  if (isLone(one) !== isLone(other)) return false;
  return isNamed(one.parts, other.parts) || isNamed(other.parts, one.parts);
}

const isLone = ({ parts }: ReadName): boolean => parts.length < 2 && !isUnspacedName(parts);

/** Whether each name has one of the others to itself: a bipartite matching by augmenting paths. */
function canBePaired(names: readonly ReadName[], others: readonly ReadName[]): boolean {
  const candidates = names.map((name) => others.flatMap((other, index) => (isSamePerson(name, other) ? [index] : [])));
  const takenBy = new Map<number, number>();
  const pair = (name: number, tried: Set<number>): boolean =>
    (candidates[name] ?? []).some((other) => {
      if (tried.has(other)) return false;
      tried.add(other);
      const holder = takenBy.get(other);
      if (holder !== undefined && !pair(holder, tried)) return false;
      takenBy.set(other, name);
      return true;
    });
  return names.every((_, name) => pair(name, new Set()));
}

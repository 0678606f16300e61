import { hash } from 'node:crypto';
import type { Paper } from '../../papers/paper.ts';
import { type IdKind, idsOf, issuerOf, kindOfId } from '../../papers/paper-id.ts';
import { publicationStatus } from '../../papers/publication-status.ts';
import { comparedTitle } from './compared-title.ts';
import { comparedAuthors, haveSameAuthors } from './same-authors.ts';

type Compared = Pick<Paper, 'title' | 'authors'>;

/** The most papers with one match key. A title that more papers have tells no work from another. */
export const mostOfOneKey = 8;

/**
 * A number that duplicates share, so that a store finds them by an index: a hash of the compared title and the number of
 * authors. Other papers may have it too, so that `duplicateGroups` decides. Null if the paper can have no duplicate,
 * because its title is too usual, or because no author is known.
 */
export function matchKey({ title, authors }: Compared): number | null {
  const text = comparedTitle(title);
  const count = comparedAuthors(authors).length;
  if (text === null || count === 0) return null;
  return hash('sha256', `${count} ${text}`, 'buffer').readUIntBE(0, 6);
}

/**
 * The groups of duplicates among papers that share a match key. Duplicates are papers of several places, such as arXiv
 * and a journal, that have the same title and the same authors, and that are most likely one work. If any two papers of
 * a group cannot be one work, nobody knows which of them belong together, and none of them has duplicates.
 */
export function duplicateGroups(papers: readonly Paper[]): readonly (readonly Paper[])[] {
  const groups: Paper[][] = [];
  for (const paper of papers.filter((each) => publicationStatus(each) === null)) {
    const alike = groups.filter((group) => group.some((other) => readAlike(paper, other)));
    const rest = groups.filter((group) => !alike.includes(group));
    groups.splice(0, groups.length, ...rest, [...alike.flat(), paper]);
  }
  return groups.filter((group) => group.length > 1 && areOneWork(group));
}

const readAlike = (one: Compared, other: Compared): boolean => {
  const title = comparedTitle(one.title);
  return title !== null && title === comparedTitle(other.title) && haveSameAuthors(one.authors, other.authors);
};

const areOneWork = (papers: readonly Paper[]): boolean =>
  papers.every((paper, index) =>
    papers.slice(index + 1).every((other) => readAlike(paper, other) && mayBeOneWork(paper, other)),
  );

/**
 * Whether no id speaks against it: the papers come from two places, and neither states an id of the other's kind. If an
 * arXiv paper states the DOI of its article, no other article is its duplicate.
 */
function mayBeOneWork(one: Paper, other: Paper): boolean {
  const [stated, otherStated] = [statedKinds(one), statedKinds(other)];
  return (
    issuerOf(one) !== issuerOf(other) &&
    !stated.has(kindOfId(other.id)) &&
    !otherStated.has(kindOfId(one.id)) &&
    stated.isDisjointFrom(otherStated)
  );
}

/** The kinds of the ids that a paper has beside its first one. */
const statedKinds = (paper: Paper): ReadonlySet<IdKind> =>
  new Set(
    idsOf(paper)
      .filter((id) => id !== paper.id)
      .map(kindOfId),
  );

import type { Say } from '../../language/say.ts';
import { bylineOf } from '../../papers/collaborations.ts';
import { escapeToFit, plainLine } from './escape.ts';

/** How many authors and collaborations are named, and how many characters a name has. */
const limits = {
  name: 70,
  /** Up to this number, all authors are named. */
  authors: 4,
  collaborations: 3,
};

/**
 * `A, B and C`, or `A, B … Z (12 authors)`, escaped: the first two and the last, because many fields name the leader
 * of the work last. For members of a collaboration, `A and 3,302 others, for the X Collaboration`.
 */
export function showAuthors(authors: readonly string[], say: Say): string {
  const { people, collaborations, hasOthers } = bylineOf(authors.map(plainLine));
  const groups = collaborations.slice(0, limits.collaborations).map(shortName);
  if (people.length === 0) return say.list(groups);
  const isShort = people.length <= limits.authors;
  const shown = isShort ? say.list(people.map(shortName)) : showMany(people, groups.length > 0, say);
  const named = hasOthers && isShort ? `${shown} et al.` : shown;
  if (groups.length === 0) return named;
  return say('cards.forGroups', { people: named, groups: say.list(groups.map((group) => withArticle(group, say))) });
}

function showMany(people: readonly string[], areMembers: boolean, say: Say): string {
  const [first = '', second = ''] = people.map(shortName);
  if (areMembers) return say('cards.others', { first, n: people.length - 1 });
  return say('cards.manyAuthors', { first, second, last: shortName(people.at(-1) ?? ''), n: people.length });
}

const withArticle = (group: string, say: Say): string =>
  group.startsWith('Team ') ? group : say('cards.group', { group });

/** `A`, `A and B`, `A and 12 others`, escaped, for lists. Collaborations are named if no person is. */
export function showFirstAuthor(authors: readonly string[], say: Say): string {
  const { people, collaborations } = bylineOf(authors.map(plainLine));
  const names = people.length === 0 ? collaborations : people;
  if (names.length <= 2) return say.list(names.map(shortName));
  return say('cards.others', { first: shortName(names[0] ?? ''), n: names.length - 1 });
}

/** `A`, or `A +12`, escaped, for the narrowest places. */
export function showLead(authors: readonly string[], say: Say): string {
  const { people, collaborations } = bylineOf(authors.map(plainLine));
  const [first = '', ...others] = people.length === 0 ? collaborations : people;
  const name = shortName(first);
  return others.length === 0 ? name : say('cards.lead', { first: name, n: others.length });
}

const shortName = (name: string): string => escapeToFit(name, limits.name);

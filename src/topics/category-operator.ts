import { archives, categories, findCategory, isArchive } from '../papers/categories.ts';
import { nearest } from './nearest.ts';
import type { Field, Operator, ReadTerm } from './operator.ts';
import type { CategoryText } from './paper-text.ts';
import type { CategoryTerm } from './topic.ts';
import { mention } from './writing.ts';

const categoryField: Field = {
  names: ['cat', 'category'],
  takes: 'a category such as cs.LG, an archive such as cs.*, or a group of them in parentheses',
  read: readCategory,
};

/** A category under any of its names (`cs.IT` is `math.IT`), or a whole archive; cross-lists count. */
export const categoryOperator: Operator<CategoryTerm> = {
  fields: [categoryField],
  write: (term) => ({ field: 'cat', value: term.category }),
  holds: (term, paper) => paper.categories.some((category) => answersTo(category, term)),
  find: (term, paper) =>
    paper.categories
      .filter((category) => answersTo(category, term))
      .map(({ category }) => ({ term, field: 'categories', category })),
  explain: ({ category }) => `in ${category}`,
  require: (term) => ({ kind: 'term', field: 'categories', tokens: [keyOf(term)], adjacent: false }),
};

function readCategory(value: string): ReadTerm {
  const wanted = value.trim();
  const isWholeArchive = wanted.endsWith('.*');
  const name = isWholeArchive ? wanted.slice(0, -'.*'.length) : wanted;
  // An archive without subjects is a category of its own: `hep-th.*` is `hep-th`. No category has one within it.
  const found = isWholeArchive && name.includes('.') ? null : findCategory(name);
  if (found !== null) return { ok: true, term: { kind: 'category', category: found.id } };
  if (isArchive(name)) return { ok: true, term: { kind: 'category', category: `${name.toLowerCase()}.*` } };
  const meant = suggestCategory(name);
  const step = meant === null ? 'Write one as cs.LG, or a whole archive as cs.*.' : `Did you mean cat:${meant}?`;
  return {
    ok: false,
    code: 'unknown-category',
    message: `arXiv has no category ${mention(wanted)}. ${step}`,
  };
}

/** The category or archive that was probably meant: by its part after the dot, by a slip in its id, or by its name. */
function suggestCategory(typed: string): string | null {
  const wanted = typed.toLowerCase();
  const bySubject = categories.find(({ id }) => id.toLowerCase().endsWith(`.${wanted}`));
  if (bySubject !== undefined) return bySubject.id;
  const byId = nearest(wanted, [...categories.map(({ id }) => id), ...archives.map(({ id }) => id)]);
  if (byId !== null) return byId;
  const name = nearest(
    wanted,
    categories.map((category) => category.name),
  );
  return categories.find((category) => category.name === name)?.id ?? null;
}

const answersTo = (category: CategoryText, term: CategoryTerm): boolean => category.keys.includes(keyOf(term));

/** `cs.LG` → `cs.lg`, `cs.*` → `cs`: see `categoryKeys`. */
const keyOf = ({ category }: CategoryTerm): string => category.toLowerCase().replace(/\.\*$/, '');

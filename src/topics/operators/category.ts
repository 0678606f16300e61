import { saying } from '../../language/saying.ts';
import { findCategory, isArchive } from '../../papers/categories.ts';
import { findSubjectArea, hasSubjectAreas } from '../../papers/subject-areas.ts';
import { attribute } from '../matching/attributes.ts';
import { tokensIn } from '../matching/candidate-terms.ts';
import type { CategoryTerm, PrimaryTerm } from '../topic.ts';
import { suggestCategory } from './category-suggestion.ts';
import { categoryKeys, fact } from './facts.ts';
import type { AttributeOperator, Field, ReadTerm, Typed } from './operator.ts';

export const categoryField: Field = {
  names: ['cat', 'category'],
  takes: saying('syntax.takesCategory'),
  listsAlternatives: true,
  read: (typed) => readCategory('category', typed),
};

export const primaryField: Field = {
  ...categoryField,
  names: ['primary'],
  read: (typed) => readCategory('primary', typed),
};

/**
 * A category under any of its names (`cs.IT` is `math.IT`), or a whole archive. Cross-lists count. The subject areas of
 * bioRxiv and medRxiv are categories, too, and each server is an archive: `biorxiv/genomics`, `biorxiv/*`.
 */
export const categoryOperator: AttributeOperator<CategoryTerm> = {
  fields: [categoryField],
  write: ({ category }) => ({ field: 'cat', value: category }),
  isWide: () => false,
  holds: (term, paper) => paper.categories.some(({ keys }) => keys.has(keyOf(term))),
  find: (term, paper) =>
    paper.categories
      .filter(({ keys }) => keys.has(keyOf(term)))
      .map(({ category }) => ({ term, field: 'categories', category })),
  explain: ({ category }) => saying('reasons.inCategory', { category }),
  explainMiss: ({ category }) => saying('reasons.notInCategory', { category }),
  require: (term) => tokensIn('categories', [keyOf(term)]),
  attributes: (term) => [attribute.category(keyOf(term))],
};

/** Like `cat:`, for the paper's primary category: the first one in its list. */
export const primaryOperator: AttributeOperator<PrimaryTerm> = {
  fields: [primaryField],
  write: ({ category }) => ({ field: 'primary', value: category }),
  isWide: () => false,
  holds: (term, { facts }) => facts.has(fact.primary(keyOf(term))),
  find: (term, { paper: { categories: named } }) =>
    named
      .slice(0, 1)
      .filter((category) => categoryKeys(category).includes(keyOf(term)))
      .map((category) => ({ term, field: 'categories', category })),
  explain: ({ category }) => saying('reasons.primary', { category }),
  explainMiss: ({ category }, { paper: { categories: named } }) =>
    named[0] === undefined
      ? saying('reasons.notInCategory', { category })
      : saying('reasons.otherPrimary', { category: named[0], asked: category }),
  require: (term) => tokensIn('facts', [fact.primary(keyOf(term))]),
  attributes: (term) => [fact.primary(keyOf(term))],
};

function readCategory(kind: 'category' | 'primary', { text }: Typed): ReadTerm {
  const wanted = text.trim();
  const category = findArxivCategory(wanted) ?? findSubject(wanted);
  if (category !== null) return { ok: true, term: { kind, category } };
  return { ok: false, code: 'unknown-category', said: suggestCategory(kind === 'category' ? 'cat' : kind, wanted) };
}

/** The canonical form of an arXiv category, or of an archive: `cs.LG`, `cs.*`. */
function findArxivCategory(wanted: string): string | null {
  const isWholeArchive = wanted.endsWith('.*');
  const name = isWholeArchive ? wanted.slice(0, -'.*'.length) : wanted;
  // An archive without subjects is itself a category: `hep-th.*` is `hep-th`. A category cannot contain another one.
  const found = isWholeArchive && name.includes('.') ? null : findCategory(name);
  if (found !== null) return found.id;
  return isArchive(name) ? `${name.toLowerCase()}.*` : null;
}

/** The canonical form of a subject area, or of a whole server: `biorxiv/genomics`, `biorxiv/*`. */
function findSubject(wanted: string): string | null {
  const server = wanted.replace(/\/\*?$/, '');
  return hasSubjectAreas(server) ? `${server.toLowerCase()}/*` : (findSubjectArea(wanted)?.id ?? null);
}

/** `cs.LG` → `cs.lg`, `cs.*` → `cs`, `biorxiv/*` → `biorxiv`: see `categoryKeys`. */
const keyOf = ({ category }: CategoryTerm | PrimaryTerm): string => category.toLowerCase().replace(/[./]\*$/, '');

import { memoByKey } from '../../memo.ts';
import type { AnnounceType } from '../../papers/announce-type.ts';
import { sameCategories } from '../../papers/categories.ts';
import type { Paper } from '../../papers/paper.ts';
import { idsOf, kindOfId } from '../../papers/paper-id.ts';
import { publicationStatus } from '../../papers/publication-status.ts';
import type { AnnouncedTerm, HasTerm, StatusTerm } from '../topic.ts';
import { tokenize } from '../words/tokens.ts';

/**
 * Facts: what is known of a paper besides its texts, authors, categories and upvotes, each as one token without blanks.
 * Topics ask for them by the same names: `source:arxiv`, `has:code`, `primary:cs.lg`.
 */
export const fact = {
  primary: (key: string): string => `primary:${key}`,
  source: (source: string): string => `source:${source}`,
  /** One folded word of the organization's name. */
  organization: (word: string): string => `org:${word}`,
  id: (id: string): string => `id:${id}`,
  has: (part: HasTerm['part']): string => `has:${part}`,
  announced: (how: AnnouncedTerm['how']): string => `is:${how}`,
  status: (status: StatusTerm['status']): string => `is:${status}`,
} as const;

const howAnnounced: Readonly<Record<AnnounceType, readonly AnnouncedTerm['how'][]>> = {
  new: ['new'],
  // A source that picks papers does not say whether a pick is new.
  pick: [],
  cross: ['cross'],
  replace: ['replaced'],
  'replace-cross': ['replaced'],
};

/** All facts of a paper, each once. */
export function factsOf(paper: Paper): readonly string[] {
  const [primary] = paper.categories;
  const status = publicationStatus(paper);
  const found = [
    ...idsOf(paper).map(fact.id),
    ...(primary === undefined ? [] : categoryKeys(primary).map(fact.primary)),
    ...paper.sources.map(fact.source),
    ...tokenize(paper.extras.organization ?? '').map(({ text }) => fact.organization(text)),
    ...partsOf(paper).map(fact.has),
    ...(paper.announcedAs === null ? [] : howAnnounced[paper.announcedAs].map(fact.announced)),
    ...(status === null ? [] : [fact.status(status)]),
  ];
  return [...new Set(found)];
}

function partsOf(paper: Paper): HasTerm['part'][] {
  const parts: HasTerm['part'][] = [];
  if (paper.extras.codeUrl !== null) parts.push('code');
  const kinds = idsOf(paper).map(kindOfId);
  // Preprint servers have a PDF of each paper.
  if (kinds.some((kind) => kind !== 'publisher')) parts.push('pdf');
  if (paper.doi !== null || kinds.some((kind) => kind !== 'arxiv')) parts.push('doi');
  return parts;
}

/**
 * All names that a category answers to, in lower case: itself, its aliases, and their archives. `cs.IT` gives `cs.it`,
 * `math.it`, `cs`, `math`; `biorxiv/genomics` gives itself and `biorxiv`.
 */
export const categoryKeys = memoByKey(1_000, (category: string): readonly string[] => {
  const names = [category, ...sameCategories(category)].map((name) => name.toLowerCase());
  return [...new Set([...names, ...names.map(archiveOf)])];
});

/** The part before the dot or the slash. A category without either is its own archive: `hep-th`. */
const archiveOf = (category: string): string => category.split(/[./]/, 1)[0] ?? category;

import { memoByKey } from '../../memo.ts';
import { sameCategories } from '../../papers/categories.ts';
import type { Topic, TopicNode } from '../topic.ts';

/** The categories and archives that topics name, each once, in their order: `cs.CL`, `astro-ph.*`. */
export const askedCategories = (topics: readonly Topic[]): readonly string[] => [
  ...new Set(topics.flatMap(({ root }) => askedIn(root))),
];

/** Exclusions do not count. */
function askedIn(node: TopicNode): readonly string[] {
  switch (node.kind) {
    case 'category':
    case 'primary':
      return [node.category];
    case 'all':
    case 'any':
      return node.nodes.flatMap(askedIn);
    default:
      return [];
  }
}

/** Whether a paper has one of some categories: the requested one, or one of the requested archive. */
export type CategoryTest = (categories: readonly string[]) => boolean;

/** Makes the test for a category or an archive, of which people name a few hundred. */
export const categoryTest = memoByKey(500, (asked: string): CategoryTest => {
  const isNamed = asked.endsWith('.*') ? beginsWith(asked.slice(0, -1)) : isOneOf(sameCategories(asked));
  return (categories) => categories.some(isNamed);
});

const beginsWith = (archive: string) => (category: string) => category.startsWith(archive);

const isOneOf = (same: readonly string[]) => (category: string) => same.includes(category);

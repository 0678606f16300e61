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

/** Whether one of the categories is the requested one or belongs to the requested archive. */
export function isInCategory(categories: readonly string[], asked: string): boolean {
  const { prefix, same } = namesOf(asked);
  return categories.some((category) => (prefix === null ? same.includes(category) : category.startsWith(prefix)));
}

/** How a category is named in papers: by the beginning of an archive, or by each of its ids. */
const namesOf = memoByKey(500, (asked: string) => ({
  prefix: asked.endsWith('.*') ? asked.slice(0, -1) : null,
  same: sameCategories(asked),
}));

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
export const isInCategory = (categories: readonly string[], asked: string): boolean =>
  asked.endsWith('.*')
    ? categories.some((category) => category.startsWith(asked.slice(0, -1)))
    : categories.some((category) => sameCategories(asked).includes(category));

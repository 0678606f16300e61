import { sameCategories } from '../../papers/categories.ts';
import type { Topic, TopicNode } from '../topic.ts';

/** The categories and archives that topics ask for by name, each once, in their order: `cs.CL`, `astro-ph.*`. */
export const askedCategories = (topics: readonly Topic[]): readonly string[] => [
  ...new Set(topics.flatMap(({ root }) => askedIn(root))),
];

/** What a topic excludes it does not ask for. */
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

/** Whether a paper of these categories is in the category or archive that was asked for. */
export const isInCategory = (categories: readonly string[], asked: string): boolean =>
  asked.endsWith('.*')
    ? categories.some((category) => category.startsWith(asked.slice(0, -1)))
    : categories.some((category) => sameCategories(asked).includes(category));

import type { Indexing } from '../../store/search-index.ts';

/** Says that searches find only some papers, and how many. Digests do not depend on the index. */
export const showIndexing = ({ share }: Indexing): string =>
  `The search index is being rebuilt: ${Math.floor(share * 100)} % done, the newest papers first. Digests are not affected.`;

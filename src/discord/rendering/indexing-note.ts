import type { Say } from '../../language/say.ts';
import type { Indexing } from '../../store/search-index.ts';

/** Says that searches find only some papers, and how many. Digests do not depend on the index. */
export const showIndexing = ({ share }: Indexing, say: Say): string =>
  say('subscribe.indexing', { percent: Math.floor(share * 100) });

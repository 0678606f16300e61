import { setImmediate as otherWork } from 'node:timers/promises';
import type { Paper, PaperId } from '../../papers/paper.ts';
import { type IndexTokens, indexTokens } from '../../topics/index-tokens.ts';
import type { Database } from './database.ts';

/** Papers cut into tokens between two looks at other work: some 5 ms. */
const papersAtOnce = 50;

/**
 * Cuts papers into tokens before they are recorded. A transaction cannot pause, and in that of a large listing this is
 * half the time; ahead of it, other work can go on in between.
 */
export function tokensAhead(db: Database) {
  const stored = db.$client
    .prepare<[string], PaperId>(
      'select asked.value from json_each(?) as asked where exists (select 1 from papers where papers.id = asked.value)',
    )
    .pluck();
  const ready = new WeakMap<Paper, IndexTokens>();

  return {
    /** Prepares those of the papers that are not stored: of the others, next to none will need to be indexed anew. */
    async prepare(papers: readonly Paper[]): Promise<void> {
      const known = new Set(stored.all(JSON.stringify(papers.map(({ id }) => id))));
      const fresh = papers.filter(({ id }) => !known.has(id));
      for (let start = 0; start < fresh.length; start += papersAtOnce) {
        for (const paper of fresh.slice(start, start + papersAtOnce)) ready.set(paper, indexTokens(paper));
        await otherWork();
      }
    },
    /** The tokens of a paper, whether prepared or not. */
    of: (paper: Paper): IndexTokens => ready.get(paper) ?? indexTokens(paper),
  };
}

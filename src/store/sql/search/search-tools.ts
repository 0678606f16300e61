import type { DuplicateReader } from '../tables/match-keys.ts';
import type { PaperReader } from '../tables/paper-reader.ts';
import type { VectorReader } from '../tables/paper-vectors.ts';
import type { CandidateFinder } from './candidates.ts';
import type { QueryMaker } from './index-query.ts';

/** What the searches of a connection have in common. */
export interface SearchTools {
  readonly find: CandidateFinder;
  readonly queryOf: QueryMaker;
  readonly papers: PaperReader;
  readonly duplicatesOf: DuplicateReader;
  readonly vectors: VectorReader;
}

import type { Bench } from './bench.ts';
import { deliverBench } from './deliver.ts';
import { hostileBench } from './hostile.ts';
import { matchBench } from './match.ts';
import { memoryBench } from './memory.ts';
import { namesBench } from './names.ts';
import { planBench } from './plan.ts';
import { proposalBench } from './proposal.ts';
import { pullBench } from './pull.ts';
import { rankingBench } from './ranking.ts';
import { relevanceBench } from './relevance.ts';
import { scaleBenches } from './scale.ts';
import { searchBench } from './search.ts';
import { startBench } from './start.ts';
import { wordsBench } from './words.ts';

/** Every bench, in the order in which they run. */
export const benches: readonly Bench[] = [
  startBench,
  memoryBench,
  pullBench,
  planBench,
  matchBench,
  hostileBench,
  searchBench,
  deliverBench,
  ...scaleBenches,
  wordsBench,
  namesBench,
  rankingBench,
  relevanceBench,
  proposalBench,
];

import type { createSeries } from '../bench.ts';
import { runMeasured } from '../child-process.ts';
import type { Claims } from '../processes/claim-deliveries.ts';
import { fileIn, type Kind, kinds, type Pair, pairOf, type ScaleTools } from './databases.ts';
import { planOutbox } from './outbox.ts';

const claimers = [1, 4, 8] as const;
/** How many deliveries are claimed for each row, by all claimers together. */
const claimsARow = 1_600;
/** Time for the processes to start, on two processors. */
const leadMs = 8_000;
const works = { claim: 'claims a second', settle: 'claims and settlements a second' } as const;

type Work = keyof typeof works;

/** Measures how fast workers get what they send, and note that they sent it. */
export async function measureClaims(tools: ScaleTools, series: ReturnType<typeof createSeries>): Promise<void> {
  const needed = Object.keys(works).length * claimers.length * claimsARow;
  const path = fileIn(tools, 'claims.db');
  tools.progress(`claims: ${needed} deliveries are planned`);
  const channelIds = Array.from({ length: needed }, (_, index) => String(10n ** 18n + BigInt(index)));
  await planOutbox(path, channelIds, Date.now());
  const pair = await pairOf(path, tools.server);
  const known = { SQLite: new Set<number>(), PostgreSQL: new Set<number>() };
  for (const work of Object.keys(works) as Work[]) {
    for (const amount of claimers) {
      for (const kind of kinds) {
        tools.progress(`${works[work]}: ${amount} claimers, ${kind}`);
        const rate = await claimTogether(pair, { kind, amount, work }, known[kind]);
        series.add(`${works[work]}, ${amount} claimers: ${kind}`, '/s', rate);
      }
    }
  }
}

interface Row {
  readonly kind: Kind;
  readonly amount: number;
  readonly work: Work;
}

/** A file of SQLite has one process; on PostgreSQL, each claimer is a process. */
async function claimTogether(pair: Pair, { kind, amount, work }: Row, known: Set<number>): Promise<number> {
  const processes = kind === 'SQLite' ? 1 : amount;
  const beginAt = Date.now() + leadMs;
  const each = claimsARow / amount;
  const claims = await Promise.all(
    Array.from({ length: processes }, (_, index) => {
      const worker = `${work}-${amount}-${index}`;
      const numbers = [amount / processes, each, beginAt].map(String);
      return runMeasured<Claims>('claim-deliveries.ts', [pair[kind], worker, ...numbers, work]);
    }),
  );
  for (const id of claims.flatMap(({ claimed }) => claimed)) {
    if (known.has(id)) throw new Error(`delivery ${id} was claimed twice on ${kind}`);
    known.add(id);
  }
  const tookMs = Math.max(...claims.map(({ endedAt }) => endedAt)) - beginAt;
  return (claimsARow / tookMs) * 1_000;
}

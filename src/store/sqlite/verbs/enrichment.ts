import { type Enrichment, enriched } from '../../../papers/enrichment.ts';
import type { Paper, PaperId } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import type { EnrichmentAnswer, EnrichmentSearch, EnrichmentVerbs } from '../../enrichment.ts';
import { eq } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { enrichmentServices } from '../schema/upvote-schema.ts';
import { paperReader } from '../tables/paper-reader.ts';
import type { RecordPapers } from '../tables/paper-records.ts';

/** Verbs for what services add to papers. */
export function enrichmentVerbs(db: Database, keepPapers: RecordPapers): EnrichmentVerbs {
  const { numberOf, toAsk } = candidateReader(db);
  const { read } = paperReader(db);
  const noteAsked = atomic(db, askedWriter(db));
  const enrich = (enrichments: ReadonlyMap<PaperId, Enrichment>): readonly Paper[] =>
    read(numberOf([...enrichments.keys()])).map((paper) => enriched(paper, enrichments.get(paper.id) ?? {}));
  return {
    papersToEnrich: async (search) => read(toAsk(search)),
    async recordEnrichment({ service, asked, enrichments, at }: EnrichmentAnswer) {
      await keepPapers(enrich(enrichments), at);
      await noteAsked(service, numberOf(asked), at);
    },
    enrichmentService: async (service) =>
      db.select().from(enrichmentServices).where(eq(enrichmentServices.service, service)).get() ?? null,
    putEnrichmentService: atomic(db, ({ service, ...rest }) => {
      db.insert(enrichmentServices)
        .values({ service, ...rest })
        .onConflictDoUpdate({ target: enrichmentServices.service, set: rest })
        .run();
    }),
  };
}

function candidateReader(db: Database) {
  const numbers = db.$client
    .prepare<[string], number>('select number from papers where id in (select value from json_each(?))')
    .pluck();
  const unasked = `not exists (select 1 from enrichments
    where enrichments.paper_number = papers.number and service = :service and asked_at >= :askedBefore)`;
  const wanted = db.$client
    .prepare<Record<string, unknown>, number>(
      `select papers.number from json_each(:ids) as wanted join papers on papers.id = wanted.value
       where ${unasked} order by wanted.key limit :limit`,
    )
    .pluck();
  const recent = db.$client
    .prepare<Record<string, unknown>, number>(
      `select papers.number from news join papers on papers.number = news.paper_number
       where news.at >= :since and ${unasked} order by news.at desc, news.number desc limit :limit`,
    )
    .pluck();
  return {
    numberOf: (ids: readonly PaperId[]): readonly number[] => numbers.all(JSON.stringify(ids)),
    toAsk({ service, wanted: ids, askedBefore, newsSince: since, limit }: EnrichmentSearch): readonly number[] {
      const first = wanted.all({ service, askedBefore, ids: JSON.stringify(ids), limit });
      if (since === undefined || first.length >= limit) return first;
      // Wanted papers can be among the news, so that many more are read.
      const more = recent.all({ service, askedBefore, since, limit: limit + first.length });
      return [...new Set([...first, ...more])].slice(0, limit);
    },
  };
}

function askedWriter(db: Database): (service: string, numbers: readonly number[], at: Instant) => void {
  const put = db.$client.prepare<[string, Instant, string]>(
    `insert or replace into enrichments (paper_number, service, asked_at)
     select number, ?, ? from papers where number in (select value from json_each(?))`,
  );
  return (service, numbers, at) => {
    put.run(service, at, JSON.stringify(numbers));
  };
}

import { type Enrichment, enriched } from '../../../papers/enrichment.ts';
import type { Paper, PaperId } from '../../../papers/paper.ts';
import type { Instant } from '../../../ports.ts';
import type { EnrichmentAnswer, EnrichmentSearch, EnrichmentServiceRecord, EnrichmentVerbs } from '../../enrichment.ts';
import type { Connection } from '../connection.ts';
import { eq } from '../drizzle.ts';
import { enrichmentServices } from '../schema/upvote-schema.ts';
import { paperReader } from '../tables/paper-reader.ts';
import type { RecordPapers } from '../tables/paper-records.ts';

/** Verbs for what services add to papers. */
export function enrichmentVerbs(db: Connection, keepPapers: RecordPapers): EnrichmentVerbs {
  const { numbersOf, toAsk } = candidateReader(db);
  const { read } = paperReader(db);
  const noteAsked = db.atomic(askedWriter(db));
  const enrich = db.reading(async (enrichments: ReadonlyMap<PaperId, Enrichment>): Promise<readonly Paper[]> => {
    const papers = await read(await numbersOf([...enrichments.keys()]));
    return papers.map((paper) => enriched(paper, enrichments.get(paper.id) ?? {}));
  });
  return {
    papersToEnrich: db.reading(async (search: EnrichmentSearch) => await read(await toAsk(search))),
    async recordEnrichment({ service, asked, enrichments, at }: EnrichmentAnswer) {
      await keepPapers(await enrich(enrichments), at);
      await noteAsked(service, asked, at);
    },
    enrichmentService: db.reading(async (service: string) => {
      const isIt = eq(enrichmentServices.service, service);
      return (await db.get(db.select().from(enrichmentServices).where(isIt))) ?? null;
    }),
    putEnrichmentService: db.atomic(async ({ service, ...rest }: EnrichmentServiceRecord) => {
      const put = db.insert(enrichmentServices).values({ service, ...rest });
      await db.run(put.onConflictDoUpdate({ target: enrichmentServices.service, set: rest }));
    }),
  };
}

function candidateReader(db: Connection) {
  const numbers = db
    .prepare<[string], number>(
      `select number from papers where id in (select asked.value from ${db.dialect.texts('?')} as asked)`,
    )
    .pluck();
  const unasked = `not exists (select 1 from enrichments
    where enrichments.paper_number = papers.number and service = :service and asked_at >= :askedBefore)`;
  const wanted = db.prepare<Record<string, unknown>, { readonly id: PaperId; readonly number: number }>(
    `select papers.id, papers.number from papers
     where papers.id in (select asked.value from ${db.dialect.texts(':ids')} as asked) and ${unasked}`,
  );
  const recent = db
    .prepare<Record<string, unknown>, number>(
      `select papers.number from news join papers on papers.number = news.paper_number
       where news.at >= :since and ${unasked} order by news.at desc, news.number desc limit :limit`,
    )
    .pluck();
  return {
    numbersOf: (ids: readonly PaperId[]): Promise<readonly number[]> => numbers.all(JSON.stringify(ids)),
    async toAsk(search: EnrichmentSearch): Promise<readonly number[]> {
      const { service, wanted: ids, askedBefore, newsSince: since, limit } = search;
      const found = await wanted.all({ service, askedBefore, ids: JSON.stringify(ids) });
      const byId = new Map(found.map(({ id, number }) => [id, number]));
      const inOrder = ids.map((id) => byId.get(id)).filter((number) => number !== undefined);
      const first = [...new Set(inOrder)].slice(0, limit);
      if (since === undefined || first.length >= limit) return first;
      // Wanted papers can be among the news, so that many more are read.
      const more = await recent.all({ service, askedBefore, since, limit: limit + first.length });
      return [...new Set([...first, ...more])].slice(0, limit);
    },
  };
}

function askedWriter(db: Connection): (service: string, asked: readonly PaperId[], at: Instant) => Promise<void> {
  const put = db.prepare<[string, Instant, string]>(
    `insert into enrichments (paper_number, service, asked_at)
     select number, cast(? as text), cast(? as bigint) from papers
     where id in (select asked.value from ${db.dialect.texts('?')} as asked)
     on conflict (paper_number, service) do update set asked_at = excluded.asked_at`,
  );
  return async (service, asked, at) => void (await put.run(service, at, JSON.stringify(asked)));
}

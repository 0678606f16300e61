import { z } from 'zod';
import { parseArxivId } from '../../papers/arxiv-id.ts';
import type { Enrichment } from '../../papers/enrichment.ts';
import type { Paper, PaperId } from '../../papers/paper.ts';
import { cleanTexText, cleanText } from '../../papers/text.ts';
import { dayMs } from '../../time.ts';
import type { Enricher } from '../enricher.ts';
import { readJson } from '../json.ts';
import type { PoliteFetch } from '../polite-fetch.ts';
import { SourceError } from '../source.ts';

const name = 'Semantic Scholar';
/** Longer than any real text. */
const longest = { tldr: 2_000, venue: 200 };

const optional = <T extends z.ZodType>(type: T) => type.nullish().catch(undefined);
const placeShape = z.object({
  externalIds: optional(z.record(z.string(), z.unknown())),
  citationCount: optional(z.number().int().nonnegative()),
  venue: optional(z.string()),
  tldr: optional(z.object({ text: optional(z.string()) })),
});
/** Null stands for an unknown paper, and for a place that cannot be read. */
type Answer = z.infer<typeof placeShape> | null;

/**
 * Adds citations, venue and a sentence on each paper from Semantic Scholar's Academic Graph. A request has up to 500
 * papers, and the answers come in the same order. It needs a key: without one, nearly every request is refused.
 * @param options.url the address of the service: `https://api.semanticscholar.org`
 */
export function createSemanticScholar(options: {
  readonly url: string;
  readonly key: string;
  readonly fetch: PoliteFetch;
}): Enricher {
  return {
    id: 'semantic-scholar',
    name,
    papersPerRequest: 500,
    takesAnyNews: true,
    requestsPerDay: 24,
    // It knows a paper some days after publication, and citations come later still.
    refreshMs: 5 * dayMs,
    canTell: (paper) => nameOf(paper.id) !== null,
    tell: (papers, signal) => askBatch(options, papers, signal),
  };
}

/** The id of a paper in the service's form. */
function nameOf(id: PaperId): string | null {
  if (parseArxivId(id) !== null) return `ARXIV:${id}`;
  return id.startsWith('10.') ? `DOI:${id}` : null;
}

async function askBatch(
  { url, key, fetch }: Parameters<typeof createSemanticScholar>[0],
  papers: readonly Paper[],
  signal: AbortSignal,
): Promise<ReadonlyMap<PaperId, Enrichment>> {
  const fields = 'externalIds,citationCount,venue,tldr';
  const address = new URL(`${url}/graph/v1/paper/batch?fields=${fields}`);
  const request = { signal, accept: 'application/json', headers: { 'x-api-key': key } };
  try {
    const { body } = await fetch.post(address, { ...request, json: { ids: papers.map(({ id }) => nameOf(id)) } });
    return readBatch(papers, readJson(body, name));
  } catch (error) {
    // This is its answer where it knows none of the papers.
    if (error instanceof SourceError && error.status === 400) return new Map();
    if (error instanceof SourceError && (error.status === 401 || error.status === 403)) throw keyRefused(error);
    throw error;
  }
}

const keyRefused = (cause: SourceError): SourceError =>
  new SourceError('refused', `${name} refuses the key (${cause.status}): check SEMANTIC_SCHOLAR_API_KEY`, { cause });

/** @throws SourceError where most places are of other papers, because then the order cannot be trusted */
function readBatch(papers: readonly Paper[], json: unknown): ReadonlyMap<PaperId, Enrichment> {
  const answers = readAnswers(json);
  if (answers.length !== papers.length) {
    throw new SourceError('malformed', `${name} sent ${answers.length} of ${papers.length} requested answers`);
  }
  const places = papers.map((paper, place) => ({ paper, answer: answers[place] ?? null }));
  const wrong = new Set(places.filter(isOfAnother));
  const stated = places.filter(({ answer }) => typeof answer?.externalIds?.['ArXiv'] === 'string').length;
  if (wrong.size * 2 > stated) {
    throw new SourceError('malformed', `${name} answered for other papers in ${wrong.size} of ${stated} places`);
  }
  const told = places.flatMap((place) => {
    const { paper, answer } = place;
    return answer === null || wrong.has(place) ? [] : [[paper.id, asEnrichment(answer)] as const];
  });
  return new Map(told);
}

/** The places of the answer. An unreadable one costs only itself, unless all are. */
function readAnswers(json: unknown): readonly Answer[] {
  const places: readonly unknown[] = Array.isArray(json) ? json : [json];
  const read = places.map((place) => placeShape.safeParse(place).data ?? null);
  const isReadable = places.length === 0 || read.some((answer, place) => answer !== null || places[place] === null);
  if (!Array.isArray(json) || !isReadable)
    throw new SourceError('malformed', `${name} sent something that is not a list of papers`);
  return read;
}

interface Place {
  readonly paper: Paper;
  readonly answer: Answer;
}

/** Whether the answer names another paper of arXiv. The service merges papers wrongly now and then. */
function isOfAnother({ paper, answer }: Place): boolean {
  const { ArXiv: arxivId } = answer?.externalIds ?? {};
  return parseArxivId(paper.id) !== null && typeof arxivId === 'string' && parseArxivId(arxivId)?.id !== paper.id;
}

const asEnrichment = (answer: NonNullable<Answer>): Enrichment => ({
  citations: answer.citationCount ?? null,
  venue: readText(answer.venue, longest.venue, cleanText, (venue) => !/^arxiv/i.test(venue)),
  tldr: readText(answer.tldr?.text, longest.tldr, cleanTexText),
});

function readText(
  text: string | null | undefined,
  limit: number,
  clean: (text: string) => string,
  isWanted = (_: string) => true,
): string | null {
  const cleaned = text === null || text === undefined || text.length > limit ? '' : clean(text);
  return cleaned === '' || !isWanted(cleaned) ? null : cleaned;
}

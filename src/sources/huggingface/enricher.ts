import { parseArxivId } from '../../papers/arxiv-id.ts';
import type { Enrichment } from '../../papers/enrichment.ts';
import type { Paper, PaperId } from '../../papers/paper.ts';
import { dayMs } from '../../time.ts';
import type { Enricher } from '../enricher.ts';
import { readJson } from '../json.ts';
import { SourceError } from '../source.ts';
import { readDetails } from './item.ts';
import type { HuggingFaceTools } from './pages.ts';

const name = 'Hugging Face';

/**
 * Adds code, stars and upvotes to papers that are not among the Daily Papers, with a request each. The daily list has
 * these of its own papers.
 */
export function createHuggingFaceEnricher(tools: HuggingFaceTools): Enricher {
  return {
    id: 'huggingface',
    name,
    papersPerRequest: 1,
    takesAnyNews: false,
    requestsPerDay: 300,
    refreshMs: 2 * dayMs,
    canTell: ({ id, sources }) => parseArxivId(id) !== null && !sources.includes('huggingface'),
    async tell(papers, signal) {
      const told = new Map<PaperId, Enrichment>();
      for (const paper of papers) {
        const enrichment = await askOf(paper, tools, signal);
        if (enrichment !== null) told.set(paper.id, enrichment);
      }
      return told;
    },
  };
}

async function askOf({ id }: Paper, { url, fetch }: HuggingFaceTools, signal: AbortSignal): Promise<Enrichment | null> {
  const address = new URL(`${url}/api/papers/${encodeURI(id)}`);
  try {
    const { body } = await fetch.get(address, { signal, accept: 'application/json' });
    const details = readDetails(readJson(body, name));
    if (details === null || details.id !== id) {
      throw new SourceError('malformed', `${name} sent something other than the paper ${id}`);
    }
    return details.extras;
  } catch (error) {
    if (error instanceof SourceError && error.status === 404) return null;
    throw error;
  }
}

import { parseArxivId } from '../../papers/arxiv-id.ts';
import { dayMs } from '../../time.ts';
import type { Enricher } from '../enricher.ts';
import type { PoliteFetch } from '../polite-fetch.ts';
import { SourceError } from '../source.ts';
import { readAnswer } from './query-api.ts';

const papersPerRequest = 100;

/**
 * Adds the authors' comments to papers, such as where they were accepted. arXiv's feeds leave them out, and its search
 * gives those of many papers at once.
 * @param api the address of the API: `https://export.arxiv.org`
 */
export function createArxivComments(api: { readonly url: string; readonly fetch: PoliteFetch }): Enricher {
  return {
    id: 'arxiv-comments',
    name: 'arXiv',
    papersPerRequest,
    takesAnyNews: true,
    // About 1,200 papers are new each day; the rest is for a few missed days.
    requestsPerDay: 40,
    refreshMs: 30 * dayMs,
    canTell: ({ id, comment }) => comment === null && parseArxivId(id) !== null,
    async tell(papers, signal) {
      const query = new URLSearchParams({
        id_list: papers.map(({ id }) => id).join(','),
        max_results: String(papers.length),
      });
      const address = new URL(`${api.url}/api/query?${query}`);
      const { body } = await api.fetch.get(address, { signal, accept: 'application/atom+xml' });
      const asked = new Set(papers.map(({ id }) => id));
      const found = (await readAnswer(body)).filter(({ id }) => asked.has(id));
      // Now and then the API answers any request with an empty page.
      if (found.length === 0) throw new SourceError('malformed', 'arXiv does not know papers that it announced');
      return new Map(found.map(({ id, comment }) => [id, comment === null ? {} : { comment }]));
    },
  };
}

import { parseArxivId } from '../../papers/arxiv-id.ts';
import { dayMs } from '../../time.ts';
import type { Enricher } from '../enricher.ts';
import type { PoliteFetch } from '../polite-fetch.ts';
import { SourceError } from '../source.ts';
import { readAnswer } from './query-api.ts';

const papersPerRequest = 100;

/**
 * What authors say of their papers, such as where they were accepted. arXiv's announcements leave it out; its query API
 * tells it of many papers at once.
 * @param api the place of the API: `https://export.arxiv.org`
 */
export function createArxivComments(api: { readonly url: string; readonly fetch: PoliteFetch }): Enricher {
  return {
    id: 'arxiv-comments',
    name: 'arXiv',
    papersPerRequest,
    takesAnyNews: true,
    // Some 1,200 new papers a day, with room for a few days that were missed.
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
      // Now and then the API answers with an empty page, whatever it was asked.
      if (found.length === 0) throw new SourceError('malformed', 'arXiv told nothing of papers that it announced');
      return new Map(found.map(({ id, comment }) => [id, comment === null ? {} : { comment }]));
    },
  };
}

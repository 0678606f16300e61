import { z } from 'zod';
import { categories, findCategory, isArchive } from '../../papers/categories.ts';
import { type Settings, webAddress } from '../../settings.ts';
import { didYouMean } from '../../topics/language/nearest.ts';

const categoryIds = categories.map(({ id }) => id);

/** arXiv categories in arXiv's spelling, each once. A whole archive becomes its categories. */
const categoryList = z.string().transform((text, context): readonly string[] => {
  const names = text.split(/[\s,]+/).filter(Boolean);
  const unknown = names.filter((name) => expandCategory(name).length === 0);
  if (unknown.length === 0) return [...new Set(names.flatMap(expandCategory))];
  const [first = '', second] = unknown;
  const meant = second === undefined ? didYouMean(first, categoryIds) : '';
  const problem = `names no arXiv category: ${unknown.join(', ')} (examples: cs.CL, math.*, astro-ph.*)`;
  context.addIssue(meant === '' ? problem : `${problem}.${meant}`);
  return z.NEVER;
});

/** `cs.CL` is itself, `cs.*` and `cs` are the whole archive, anything else is nothing. */
function expandCategory(name: string): readonly string[] {
  const category = findCategory(name);
  if (category !== null) return [category.id];
  const archive = name.replace(/\.\*$/, '').toLowerCase();
  if (!isArchive(archive)) return [];
  return categories.filter(({ id }) => id === archive || id.startsWith(`${archive}.`)).map(({ id }) => id);
}

export const arxivSettings = {
  arxivFeedUrl: {
    name: 'ARXIV_FEED_URL',
    fallback: 'https://rss.arxiv.org',
    description: ["The address of arXiv's feeds, which announce the papers of the day."],
    schema: webAddress,
  },
  arxivApiUrl: {
    name: 'ARXIV_API_URL',
    fallback: 'https://export.arxiv.org',
    description: ["The address of arXiv's search, which looks up single papers."],
    schema: webAddress,
  },
  arxivOaiUrl: {
    name: 'ARXIV_OAI_URL',
    fallback: 'https://oaipmh.arxiv.org/oai',
    description: ["The address of arXiv's past papers, for `pull --from`."],
    schema: webAddress,
  },
  /** Ids of categories; empty means every active one. */
  arxivCategories: {
    name: 'ARXIV_CATEGORIES',
    fallback: '',
    description: [
      'The arXiv categories to pull, such as: cs.CL, cs.LG, stat.*',
      'Empty means all of them. Channels choose their topics from the papers that are pulled.',
    ],
    schema: categoryList,
  },
} as const satisfies Settings;

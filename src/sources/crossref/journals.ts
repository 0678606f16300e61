import { isPreprintDoi } from '../../papers/doi.ts';
import { kindOfId } from '../../papers/paper-id.ts';
import type { PaperSource } from '../source.ts';
import { type CrossrefAccess, lookUpWork, registeredWorks } from './works.ts';

interface JournalOptions extends CrossrefAccess {
  /** The journals; at least one. */
  readonly issns: readonly string[];
}

const id = 'crossref';

/** The articles of some journals that publishers registered with Crossref on a day. */
export function createJournalSource({ issns, ...access }: JournalOptions): PaperSource {
  const filters = [...issns.map((issn) => `issn:${issn}`), 'type:journal-article'];
  return {
    id,
    name: 'Crossref (journals)',
    hasCategories: false,
    ...registeredWorks(access, { source: id, filters, noun: 'articles' }),
    // arXiv, bioRxiv and medRxiv know more about their preprints.
    lookUp: (paperId, signal) =>
      kindOfId(paperId) === 'arxiv' || isPreprintDoi(paperId) ? null : lookUpWork(access, paperId, signal),
  };
}

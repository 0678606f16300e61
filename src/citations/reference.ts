import type { Paper } from '../papers/paper.ts';
import { kindOfId, paperPage } from '../papers/paper-id.ts';
import { preprintServerOf } from '../papers/preprint-servers.ts';
import { publicationStatus } from '../papers/publication-status.ts';
import { findSourceName } from '../papers/source-names.ts';
import { type CitedDate, dateOf } from './cited-date.ts';
import { type CitedName, citedNames } from './cited-names.ts';
import { type Publication, publicationOf } from './publication.ts';

/**
 * What is cited of a paper, the same for every format. Each field is what a source or the authors state; what nobody
 * states is null.
 */
export interface Reference {
  readonly title: string;
  readonly authors: readonly CitedName[];
  /** Whether there are more authors than are named. */
  readonly hasOthers: boolean;
  readonly date: CitedDate | null;
  /** Where it was published; null for a preprint. */
  readonly publication: Publication | null;
  readonly arxiv: { readonly id: string; readonly category: string | null } | null;
  /** The server that has the preprint: `arXiv`, `bioRxiv`. Null if the paper is only at its publisher. */
  readonly server: string | null;
  readonly doi: string | null;
  readonly url: string;
  /** What else has to be said, as whole words: `Accepted`, `Published version: doi 10.5555/x.1`. */
  readonly notes: readonly string[];
}

export function referenceOf(paper: Paper): Reference {
  const { publication, note } = publicationOf(paper);
  const arxivId = [paper.id, ...(paper.sameAs ?? [])].find((id) => kindOfId(id) === 'arxiv') ?? null;
  const doi = doiOf(paper);
  const isOtherDoi = paper.doi !== null && doi !== paper.doi;
  return {
    title: paper.title,
    ...citedNames(paper.authors),
    date: dateOf(paper, publication?.year ?? null),
    publication,
    arxiv: arxivId === null ? null : { id: arxivId, category: paper.categories.find(isArxivCategory) ?? null },
    server: serverOf(paper, arxivId),
    doi,
    url: paperPage(paper),
    notes: [
      ...(publicationStatus(paper) === 'withdrawn' ? ['Withdrawn'] : []),
      ...(note === null ? [] : [note]),
      ...(isOtherDoi ? [`Published version: doi ${paper.doi}`] : []),
    ],
  };
}

/** Categories of other servers have a slash: `biorxiv/genomics`. */
const isArxivCategory = (category: string): boolean => !category.includes('/');

/** The DOI of what is cited. A preprint has its own, and is not cited by that of the article that it became. */
function doiOf({ id, doi }: Paper): string | null {
  return kindOfId(id) === 'arxiv' ? doi : id;
}

function serverOf({ id, describedBy }: Paper, arxivId: string | null): string | null {
  if (kindOfId(id) !== 'preprint') return arxivId === null ? null : 'arXiv';
  return preprintServerOf(id)?.name ?? findSourceName(describedBy)?.shown ?? null;
}

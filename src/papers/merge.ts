import { weightier } from './announce-type.ts';
import { addition } from './enrichment.ts';
import type { Paper, PaperExtras, PaperId } from './paper.ts';
import { idsOf, kindOfId, parsePaperId } from './paper-id.ts';
import { findSourceName } from './source-names.ts';

/**
 * One paper from what is stored and what a source now says of it. The description comes from the source with more
 * authority, or from the newer telling where it is the same; extras, dates and the comment are kept where the newer one has none.
 * The two may go by different ids, where a source stated that they are one work: then the id is that of the source that
 * describes it, and the others are kept beside it.
 */
export function mergePapers(stored: Paper, incoming: Paper): Paper {
  const incomingDescribes = rank(incoming) >= rank(stored) && !isOlderVersion(incoming, stored);
  const describing = incomingDescribes ? incoming : stored;
  const other = incomingDescribes ? stored : incoming;
  const { sameAs: _, ...described } = describing;
  const doi = publishedDoi(describing.doi, other.doi);
  return {
    ...described,
    ...otherIds(describing.id, doi, [...idsOf(stored), ...idsOf(incoming)]),
    version: isSameId(stored, incoming) ? newest(stored.version, incoming.version) : describing.version,
    abstract: describing.abstract || other.abstract,
    categories: [...describing.categories, ...categoriesElsewhere(other, describing)],
    publishedAt: describing.publishedAt ?? other.publishedAt,
    doi,
    journalReference: describing.journalReference ?? other.journalReference,
    comment: describing.comment ?? other.comment,
    sources: [...new Set([...stored.sources, ...incoming.sources])].sort(),
    announcedAs: weightiest(stored.announcedAs, incoming.announcedAs),
    extras: mergeExtras(stored.extras, incoming.extras),
  };
}

/** Whose word on title, abstract and authors counts more. A source that is not known counts least. */
const rank = ({ describedBy }: Paper): number =>
  describedBy === addition ? -1 : (findSourceName(describedBy)?.authority ?? 0);

const isSameId = (one: Paper, other: Paper): boolean => one.id === other.id;

/** Versions are counted by each server for itself. */
const isOlderVersion = (paper: Paper, than: Paper): boolean =>
  isSameId(paper, than) && paper.version !== null && than.version !== null && paper.version < than.version;

/** The server of a category: a paper of two servers is in categories of both. */
const serverOf = (category: string): string => (category.includes('/') ? (category.split('/')[0] ?? '') : 'arxiv');

function categoriesElsewhere(other: Paper, describing: Paper): readonly string[] {
  const told = new Set(describing.categories.map(serverOf));
  return other.categories.filter((category) => !told.has(serverOf(category)));
}

/** Of two DOIs the one of the published paper; authors also state that of a preprint. */
const publishedDoi = (first: string | null, second: string | null): string | null => {
  const isPublished = (doi: string | null): boolean => doi !== null && kindOfId(doi.toLowerCase()) === 'publisher';
  return !isPublished(first) && isPublished(second) ? second : (first ?? second);
};

function otherIds(id: PaperId, doi: string | null, ids: readonly PaperId[]): Pick<Paper, 'sameAs'> {
  const told = [id, doi === null ? null : parsePaperId(doi)?.id];
  const sameAs = [...new Set(ids)].filter((one) => !told.includes(one)).sort();
  return sameAs.length === 0 ? {} : { sameAs };
}

const newest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

const weightiest = (a: Paper['announcedAs'], b: Paper['announcedAs']): Paper['announcedAs'] =>
  a === null || b === null ? (a ?? b) : weightier(a, b);

function mergeExtras(stored: PaperExtras, incoming: PaperExtras): PaperExtras {
  return {
    upvotes: incoming.upvotes ?? stored.upvotes,
    codeUrl: incoming.codeUrl ?? stored.codeUrl,
    codeStars: incoming.codeStars ?? stored.codeStars,
    projectUrl: incoming.projectUrl ?? stored.projectUrl,
    aiSummary: incoming.aiSummary ?? stored.aiSummary,
    thumbnailUrl: incoming.thumbnailUrl ?? stored.thumbnailUrl,
    organization: incoming.organization ?? stored.organization,
    citations: incoming.citations ?? stored.citations,
    venue: incoming.venue ?? stored.venue,
    tldr: incoming.tldr ?? stored.tldr,
  };
}

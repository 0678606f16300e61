import { weightier } from './listing.ts';
import type { Paper, PaperExtras, SourceId } from './paper.ts';

/** Whose word on title, abstract and authors counts more. A source not named here counts least. */
const authority: Readonly<Record<SourceId, number>> = { arxiv: 2, huggingface: 1 };

/**
 * One paper from what is stored and what a source now says of it. The description comes from the source with more
 * authority, or from the newer telling where it is the same; extras, dates and the comment are kept where the newer one has none.
 */
export function mergePapers(stored: Paper, incoming: Paper): Paper {
  const incomingDescribes = rank(incoming) >= rank(stored) && !isOlderVersion(incoming, stored);
  const describing = incomingDescribes ? incoming : stored;
  const other = incomingDescribes ? stored : incoming;
  return {
    ...describing,
    version: newest(stored.version, incoming.version),
    abstract: describing.abstract || other.abstract,
    categories: describing.categories.length > 0 ? describing.categories : other.categories,
    publishedAt: describing.publishedAt ?? other.publishedAt,
    doi: describing.doi ?? other.doi,
    journalReference: describing.journalReference ?? other.journalReference,
    comment: describing.comment ?? other.comment,
    sources: [...new Set([...stored.sources, ...incoming.sources])].sort(),
    announcedAs: weightiest(stored.announcedAs, incoming.announcedAs),
    extras: mergeExtras(stored.extras, incoming.extras),
  };
}

const rank = (paper: Paper): number => authority[paper.describedBy] ?? 0;

const isOlderVersion = (paper: Paper, than: Paper): boolean =>
  paper.version !== null && than.version !== null && paper.version < than.version;

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

import type { Paper } from '../../../papers/paper.ts';
import type { papers } from '../schema/paper-schema.ts';

export type PaperRow = typeof papers.$inferSelect;

/** The columns of a paper without its number and the times of writing. */
export type PaperColumns = Omit<PaperRow, 'number' | 'firstSeenAt' | 'changedAt'>;

export const paperOf = (row: PaperColumns): Paper => ({
  id: row.id,
  version: row.version,
  title: row.title,
  abstract: row.abstract,
  authors: row.authors,
  categories: row.categories,
  describedBy: row.describedBy,
  publishedAt: row.publishedAt,
  doi: row.doi,
  ...(row.sameAs === null ? {} : { sameAs: row.sameAs }),
  journalReference: row.journalReference,
  comment: row.comment,
  ...(row.statedStatus === null ? {} : { statedStatus: row.statedStatus }),
  sources: row.sources,
  announcedAs: row.announcedAs,
  extras: {
    upvotes: row.upvotes,
    codeUrl: row.codeUrl,
    codeStars: row.codeStars,
    projectUrl: row.projectUrl,
    aiSummary: row.aiSummary,
    thumbnailUrl: row.thumbnailUrl,
    organization: row.organization,
    citations: row.citations,
    venue: row.venue,
    tldr: row.tldr,
  },
});

/** The reverse of `paperOf`. It names each column, so that unknown fields of a source do not reach the database. */
export const columnsOf = (paper: Paper): PaperColumns => ({
  id: paper.id,
  version: paper.version,
  title: paper.title,
  abstract: paper.abstract,
  authors: paper.authors,
  categories: paper.categories,
  describedBy: paper.describedBy,
  publishedAt: paper.publishedAt,
  doi: paper.doi,
  sameAs: paper.sameAs ?? null,
  statedStatus: paper.statedStatus ?? null,
  journalReference: paper.journalReference,
  comment: paper.comment,
  sources: paper.sources,
  announcedAs: paper.announcedAs,
  upvotes: paper.extras.upvotes,
  codeUrl: paper.extras.codeUrl,
  codeStars: paper.extras.codeStars,
  projectUrl: paper.extras.projectUrl,
  aiSummary: paper.extras.aiSummary,
  thumbnailUrl: paper.extras.thumbnailUrl,
  organization: paper.extras.organization,
  citations: paper.extras.citations,
  venue: paper.extras.venue,
  tldr: paper.extras.tldr,
});

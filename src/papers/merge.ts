import { weightier } from './announce-type.ts';
import { addition } from './enrichment.ts';
import type { Paper, PaperExtras, PaperId } from './paper.ts';
import { idsOf, kindOfId, parsePaperId } from './paper-id.ts';
import { findPreprintServer } from './preprint-servers.ts';
import { findSourceName } from './source-names.ts';

/**
 * Merges the stored paper with what a source now says. The description comes from the source with more authority, or from
 * the newer paper where both have the same. Extras, dates and the comment stay where the newer paper has none. The two
 * may have different ids, where a source stated that they are one work: the describing source's id becomes the id, and
 * the others are kept beside it.
 */
export function mergePapers(stored: Paper, incoming: Paper): Paper {
  const incomingDescribes = rank(incoming) >= rank(stored) && !isOlderVersion(incoming, stored);
  const describing = incomingDescribes ? incoming : stored;
  const other = incomingDescribes ? stored : incoming;
  const { sameAs: _, ...described } = describing;
  const statedStatus = describing.statedStatus ?? other.statedStatus;
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
    ...(statedStatus === undefined ? {} : { statedStatus }),
    extras: mergeExtras(stored.extras, incoming.extras),
  };
}

/** The authority of the source that describes a paper. An unknown source has the least. */
const rank = ({ describedBy }: Paper): number =>
  describedBy === addition ? -1 : (findSourceName(describedBy)?.authority ?? 0);

const isSameId = (one: Paper, other: Paper): boolean => one.id === other.id;

/** Each server counts versions separately, so versions of two servers are not compared. */
const isOlderVersion = (paper: Paper, than: Paper): boolean =>
  isSameId(paper, than) && paper.version !== null && than.version !== null && paper.version < than.version;

/** The server of a category. A paper of two servers has categories of both. */
function serverOf(category: string): string {
  const [server = ''] = category.split('/');
  return server !== category || findPreprintServer(server) !== null ? server : 'arxiv';
}

function categoriesElsewhere(other: Paper, describing: Paper): readonly string[] {
  const told = new Set(describing.categories.map(serverOf));
  return other.categories.filter((category) => !told.has(serverOf(category)));
}

/** The DOI of the published paper. One of the two may be that of a preprint, which authors state too. */
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

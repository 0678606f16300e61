import { arxivUrl, parseArxivId } from './arxiv-id.ts';
import { doiUrl, isPreprintDoi, parseDoi } from './doi.ts';
import type { Paper, PaperId } from './paper.ts';
import { preprintServerOf } from './preprint-servers.ts';
import { findSourceName } from './source-names.ts';

/** An id as people write it, in its parts. `version` is null where none was named. */
export interface NamedPaper {
  readonly id: PaperId;
  readonly version: number | null;
}

/** The address of a preprint. The version and the view of the paper come after the DOI. */
const preprintPage =
  /^(?:https?:\/\/)?(?:www\.)?(?:bio|med)rxiv\.org\/(?:cgi\/)?content\/(?:[a-z]+\/)?(10\.\d{4,5}\/[\d.]+\d)(v\d{1,3})?(?:\.[a-z][\w.+-]*)?\/?(?:[?#].*)?$/i;

/** An address in angle brackets: Discord shows no preview of it. */
const inBrackets = /^<(.*)>$/s;

/**
 * Reads the id of a paper: an arXiv id or a DOI, bare, with a prefix, or as the address of a page about the paper, in
 * angle brackets or not. The DOI that arXiv gives a paper is read as its arXiv id. Null for any other text.
 */
export function parsePaperId(text: string): NamedPaper | null {
  const named = text.trim().replace(inBrackets, '$1');
  const arxiv = parseArxivId(named);
  if (arxiv !== null) return arxiv;
  const [, preprint, version = ''] = preprintPage.exec(named) ?? [];
  const doi = parseDoi(preprint === undefined ? named : preprint + version);
  // `10.48550/arXiv.…` without a valid arXiv id names nothing.
  return doi === null || doi.doi.startsWith('10.48550/arxiv.') ? null : { id: doi.doi, version: doi.version };
}

/**
 * Who gave an id: arXiv, another preprint server that is known here, or a publisher. One work has at most one id from
 * each.
 */
export type IdKind = 'arxiv' | 'preprint' | 'publisher';

export function kindOfId(id: PaperId): IdKind {
  if (isPreprintDoi(id) || preprintServerOf(id) !== null) return 'preprint';
  return id.startsWith('10.') && id.includes('/') ? 'publisher' : 'arxiv';
}

/** The paper's id and all others that sources state for the same work, each once and in canonical form. */
export function idsOf({ id, doi, sameAs = [] }: Pick<Paper, 'id' | 'doi' | 'sameAs'>): readonly PaperId[] {
  const stated = doi === null ? null : parsePaperId(doi);
  return [...new Set([id, ...(stated === null ? [] : [stated.id]), ...sameAs])];
}

const preprintHosts: Readonly<Record<string, string>> = {
  biorxiv: 'https://www.biorxiv.org/content/',
  medrxiv: 'https://www.medrxiv.org/content/',
};

/** The page of a paper at the source that describes it, or the address of its DOI. */
export function paperPage({ id, version, describedBy }: Pick<Paper, 'id' | 'version' | 'describedBy'>): string {
  const kind = kindOfId(id);
  if (kind === 'arxiv') return arxivUrl(id);
  const host = preprintHosts[describedBy];
  if (kind === 'publisher' || host === undefined) return doiUrl(id);
  return `${host}${id}${version === null ? '' : `v${version}`}`;
}

const shownKinds: Readonly<Record<IdKind, string>> = { arxiv: 'arXiv', preprint: 'doi', publisher: 'doi' };

/** Who gave a paper its id, to tell places apart: `arxiv`, `biorxiv`, `medrxiv`, or the prefix of a DOI. */
export function issuerOf({ id, describedBy }: Pick<Paper, 'id' | 'describedBy'>): string {
  if (kindOfId(id) === 'arxiv') return 'arxiv';
  // bioRxiv and medRxiv share their prefixes.
  return isPreprintDoi(id) && preprintHosts[describedBy] !== undefined ? describedBy : id.slice(0, id.indexOf('/'));
}

/** The id after the name of its giver: `arXiv 2406.01234`, `bioRxiv 10.1101/2026.01.02.123456`, `doi 10.5555/x.1`. */
export function showPaperId({ id, describedBy }: Pick<Paper, 'id' | 'describedBy'>): string {
  const kind = kindOfId(id);
  const isItsServer = kind === 'preprint' && preprintHosts[describedBy] !== undefined;
  const giver = isItsServer ? findSourceName(describedBy)?.shown : preprintServerOf(id)?.name;
  return `${giver ?? shownKinds[kind]} ${id}`;
}

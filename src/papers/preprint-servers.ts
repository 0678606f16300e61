/** A preprint server whose preprints Crossref registers under a separate DOI prefix. */
export interface PreprintServer {
  /** As in categories and in the configuration: `chemrxiv`. */
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
}

/** The servers that have a name here. bioRxiv and medRxiv are sources of their own. */
export const preprintServers: readonly PreprintServer[] = [
  { id: 'chemrxiv', name: 'ChemRxiv', prefix: '10.26434' },
  { id: 'ssrn', name: 'SSRN', prefix: '10.2139' },
  { id: 'psyarxiv', name: 'PsyArXiv', prefix: '10.31234' },
  { id: 'osf', name: 'OSF Preprints', prefix: '10.31219' },
  { id: 'researchsquare', name: 'Research Square', prefix: '10.21203' },
  { id: 'preprints', name: 'Preprints.org', prefix: '10.20944' },
  { id: 'eartharxiv', name: 'EarthArXiv', prefix: '10.31223' },
  { id: 'techrxiv', name: 'TechRxiv', prefix: '10.36227' },
];

const byId = new Map(preprintServers.map((server) => [server.id, server]));
const byPrefix = new Map(preprintServers.map((server) => [server.prefix, server]));

/** The server of that id, whatever its case: `ChemRxiv`. */
export const findPreprintServer = (id: string): PreprintServer | null => byId.get(id.toLowerCase()) ?? null;

/** The server that gave this DOI, if it is one of these. */
export const preprintServerOf = (doi: string): PreprintServer | null =>
  byPrefix.get(doi.slice(0, Math.max(0, doi.indexOf('/')))) ?? null;

/**
 * The DOI of the first version of a preprint. Most servers give each version its own DOI: `…/v2`, `….v2`, `…_v2`, and
 * `…-v2` at ChemRxiv, whose first version has no number. `version` is null where the DOI has none.
 */
export function firstVersionOf(doi: string): { readonly doi: string; readonly version: number | null } {
  const [, work, sign, version] = (preprintServerOf(doi) && /^(.+?)([-./_])v([1-9]\d{0,2})$/.exec(doi)) ?? [];
  if (work === undefined || sign === undefined) return { doi, version: null };
  return { doi: sign === '-' ? work : `${work}${sign}v1`, version: Number(version) };
}

import { findPreprintServer, preprintServerOf, preprintServers } from '../../papers/preprint-servers.ts';
import type { PaperSource } from '../source.ts';
import { type CrossrefAccess, lookUpWork, registeredWorks } from './works.ts';

interface ServerOptions extends CrossrefAccess {
  /** The DOI prefixes of the servers; at least one. */
  readonly prefixes: readonly string[];
}

const id = 'preprint-servers';

/**
 * The preprints of some servers, by the prefixes of their DOIs. The category of a preprint is its server, with the subject
 * area where the server states one.
 */
export function createPreprintServerSource({ prefixes, ...access }: ServerOptions): PaperSource {
  const categories = preprintServers.filter(({ prefix }) => prefixes.includes(prefix)).map((server) => server.id);
  const filters = [...prefixes.map((prefix) => `prefix:${prefix}`), 'type:posted-content'];
  return {
    id,
    name: 'Crossref (preprint servers)',
    hasCategories: true,
    canHave(category) {
      const server = findPreprintServer(category.split('/')[0] ?? '');
      return server !== null && prefixes.includes(server.prefix);
    },
    ...registeredWorks(access, { source: id, filters, noun: 'preprints', categories }),
    lookUp: (paperId, signal) => (preprintServerOf(paperId) === null ? null : lookUpWork(access, paperId, signal)),
  };
}

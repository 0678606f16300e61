import { z } from 'zod';
import { parseIssn } from '../../papers/issn.ts';
import type { SourceId } from '../../papers/paper.ts';
import { findPreprintServer, preprintServers } from '../../papers/preprint-servers.ts';
import { type Settings, type ValuesOf, webAddress } from '../../settings.ts';
import { didYouMean } from '../../topics/language/nearest.ts';

/** All journals are in the address of one request, which must not be too long. */
const mostJournals = 60;

/** The ISSNs of journals, each once. */
const issnList = z.string().transform((text, context): readonly string[] => {
  const names = text.split(/[\s,]+/).filter(Boolean);
  const wrong = names.filter((name) => parseIssn(name) === null);
  if (wrong.length === 0 && names.length <= mostJournals)
    return [...new Set(names.flatMap((name) => parseIssn(name) ?? []))];
  const tooMany = `names ${names.length} journals, and ${mostJournals} are the most`;
  context.addIssue(
    wrong.length === 0 ? tooMany : `has an entry that is not an ISSN: ${wrong.join(', ')} (an example: 0028-0836)`,
  );
  return z.NEVER;
});

/** Servers are in the address of one request, too. */
const mostPrefixes = 40;
const prefixShape = /^10\.\d{4,9}(?:\.\d{1,9})*$/;
/** bioRxiv and medRxiv are sources of their own. */
const openRxiv: ReadonlySet<string> = new Set(['10.1101', '10.64898']);

const prefixOf = (name: string): string | null => {
  const prefix = findPreprintServer(name)?.prefix ?? name;
  return prefixShape.test(prefix) && !openRxiv.has(prefix) ? prefix : null;
};

/** The DOI prefixes of preprint servers, each once. */
const prefixList = z.string().transform((text, context): readonly string[] => {
  const names = text.split(/[\s,]+/).filter(Boolean);
  const wrong = names.filter((name) => prefixOf(name) === null);
  if (wrong.length === 0 && names.length <= mostPrefixes)
    return [...new Set(names.flatMap((name) => prefixOf(name) ?? []))];
  const tooMany = `names ${names.length} servers, and ${mostPrefixes} are the most`;
  context.addIssue(wrong.length === 0 ? tooMany : prefixProblem(wrong));
  return z.NEVER;
});

function prefixProblem(wrong: readonly string[]): string {
  if (wrong.some((name) => openRxiv.has(name) || /^(?:bio|med)rxiv$/i.test(name)))
    return `has ${wrong.join(', ')}, but bioRxiv and medRxiv are sources of their own: add them to SOURCES`;
  const names = preprintServers.map(({ id }) => id).join(', ');
  const meant =
    wrong.length === 1
      ? didYouMean(
          wrong[0] ?? '',
          preprintServers.map(({ id }) => id),
        )
      : '';
  return `has an entry that is neither a DOI prefix, such as 10.26434, nor one of ${names}: ${wrong.join(', ')}${meant && `.${meant}`}`;
}

export const crossrefSettings = {
  crossrefUrl: {
    name: 'CROSSREF_URL',
    fallback: 'https://api.crossref.org',
    description: [
      'The address of Crossref, which has articles and preprints. It is used only for the journals and servers below.',
    ],
    schema: webAddress,
  },
  /** The journals to pull; with none, Crossref is not used. */
  crossrefIssns: {
    name: 'CROSSREF_ISSNS',
    fallback: '',
    description: [
      'The journals to pull, by their ISSNs, such as: 0028-0836, 1095-9203. Empty means none.',
      'They need CONTACT, so that Crossref can reach you.',
    ],
    schema: issnList,
  },
  /** The prefixes of the preprint servers to pull; with none, they are not used. */
  crossrefPrefixes: {
    name: 'CROSSREF_PREFIXES',
    fallback: '',
    description: [
      'More preprint servers to pull, from Crossref, by name or by the prefix of their DOIs. Empty means none.',
      `Names: ${preprintServers.map(({ id }) => id).join(', ')}.`,
      'They need CONTACT, too. Ask for one server in a topic with source:chemrxiv or cat:chemrxiv/organic-chemistry.',
    ],
    schema: prefixList,
  },
} as const satisfies Settings;

type Choice = Pick<ValuesOf<typeof crossrefSettings>, 'crossrefIssns' | 'crossrefPrefixes'>;

/** Why Crossref cannot be used as it is set, or null. */
export function crossrefProblem({
  crossrefIssns = [],
  crossrefPrefixes = [],
  contact,
}: Partial<Choice & { readonly contact: string | null }>): string | null {
  if (contact !== null || crossrefIssns.length + crossrefPrefixes.length === 0) return null;
  const setting = crossrefIssns.length > 0 ? 'CROSSREF_ISSNS' : 'CROSSREF_PREFIXES';
  return `${setting} needs CONTACT: an e-mail address or web page, so that Crossref can reach you`;
}

/** Whether the host named journals or servers for this source. */
export const isSetUp = (id: SourceId, { crossrefIssns, crossrefPrefixes }: Choice): boolean =>
  (id === 'crossref' && crossrefIssns.length > 0) || (id === 'preprint-servers' && crossrefPrefixes.length > 0);

/** Why a source of Crossref is not used and what to do, or null where it is used, and for other sources. */
export function whyCrossrefIsUnused(id: SourceId, { crossrefIssns, crossrefPrefixes }: Choice): string | null {
  if (id === 'crossref' && crossrefIssns.length === 0)
    return 'crossref is not used: name journals in CROSSREF_ISSNS, and set CONTACT.';
  if (id === 'preprint-servers' && crossrefPrefixes.length === 0)
    return 'preprint-servers is not used: name servers in CROSSREF_PREFIXES, and set CONTACT.';
  return null;
}

import { z } from 'zod';
import { parseIssn } from '../../papers/issn.ts';
import { type Settings, type ValuesOf, webAddress } from '../../settings.ts';

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

export const crossrefSettings = {
  crossrefUrl: {
    name: 'CROSSREF_URL',
    fallback: 'https://api.crossref.org',
    description: [
      'The address of Crossref, which has the articles of journals. It is used only for the journals below.',
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
} as const satisfies Settings;

type Journals = Pick<ValuesOf<typeof crossrefSettings>, 'crossrefIssns'>;

/** Why Crossref cannot be used as it is set, or null. */
export const crossrefProblem = ({
  crossrefIssns = [],
  contact,
}: Partial<Journals & { readonly contact: string | null }>): string | null =>
  crossrefIssns.length > 0 && contact === null
    ? 'CROSSREF_ISSNS needs CONTACT: an e-mail address or web page, so that Crossref can reach you'
    : null;

/** Why Crossref is not used and what to do, or null where it is used. */
export const whyCrossrefIsUnused = ({ crossrefIssns }: Journals): string | null =>
  crossrefIssns.length === 0 ? 'crossref is not used: name journals in CROSSREF_ISSNS, and set CONTACT.' : null;

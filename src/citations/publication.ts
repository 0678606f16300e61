import { readAcceptance } from '../papers/acceptance.ts';
import type { Paper } from '../papers/paper.ts';
import { type Publication, readJournalReference } from './journal-reference.ts';
import { venueKind } from './venue-kind.ts';

export type { Publication } from './journal-reference.ts';

interface PublicationFacts {
  readonly publication: Publication | null;
  /** What is stated of a publication, and cannot be cited as one. */
  readonly note: string | null;
}

const none: PublicationFacts = { publication: null, note: null };

/**
 * Where a paper was published: as the source states it, then as the authors say in their comment, then as Semantic
 * Scholar has it. What cannot be read as a journal or as proceedings becomes a note, so that nothing is made up.
 */
export function publicationOf({ journalReference, comment, extras }: Paper): PublicationFacts {
  if (journalReference !== null && journalReference.trim() !== '') {
    const publication = readJournalReference(journalReference);
    return publication === null ? { publication, note: `Published: ${journalReference}` } : { publication, note: null };
  }
  const acceptance = readAcceptance(comment);
  if (acceptance !== null) {
    const isToCome = acceptance.how === 'accepted';
    const facts = ofVenue(acceptance.venue, isToCome ? 'Accepted at' : 'Published in');
    return isToCome && facts.publication !== null ? { ...facts, note: 'Accepted' } : facts;
  }
  const { venue } = extras;
  return venue === null || isServer.test(venue) ? none : ofVenue(venue, 'Published in');
}

/** Semantic Scholar names the server as the venue of a preprint. */
const isServer = /^(?:arxiv(?:\.org)?|biorxiv|medrxiv|chemrxiv|ssrn.*|research square|preprints\.org)$/i;

function ofVenue(venue: string, words: string): PublicationFacts {
  const kind = venueKind(venue);
  if (kind === null) return { publication: null, note: `${words} ${venue}` };
  const [, year] = /\b((?:19|20)\d\d)\b/.exec(venue) ?? [];
  const bare = { volume: null, issue: null, pages: null, year: year === undefined ? null : Number(year) };
  return { publication: { kind, container: venue, ...bare }, note: null };
}

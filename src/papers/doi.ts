/** Prefix, slash, and what the registrant chose. No DOI seen has more, or a quotation mark, a backtick or a blank in it. */
const whole = /^10\.\d{4,9}(?:\.\d{1,9})*\/[!#-_a-~]{1,180}$/;
const places = [/^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\//i, /^(?:info:)?doi[:/]\s*/i];
/** What preprints of bioRxiv and medRxiv have after the slash: since late 2019 with the date, before a number alone. */
const preprint = /^(10\.(?:1101|64898)\/(?:\d{4}\.\d{2}\.\d{2}\.\d{6,8}|\d{6}))(?:v([1-9]\d{0,2}))?$/;

/** A DOI as people write it, in the one form in which it is compared: DOIs know no case. */
export interface Doi {
  readonly doi: string;
  /** Named by preprints of bioRxiv and medRxiv alone (`…v2`), and no part of the DOI; null where none was named. */
  readonly version: number | null;
}

/** Reads a DOI, bare, after `doi:`, or as an address at doi.org. Null where the text is none. */
export function parseDoi(text: string): Doi | null {
  const doi = withoutEnd(withoutPlace(text.trim())).toLowerCase();
  if (!whole.test(doi)) return null;
  const [, bare, version] = preprint.exec(doi) ?? [];
  return bare === undefined
    ? { doi, version: null }
    : { doi: bare, version: version === undefined ? null : Number(version) };
}

/** Whether this is the DOI of a preprint at bioRxiv or medRxiv, which share their prefixes. */
export const isPreprintDoi = (doi: string): boolean => preprint.test(doi);

/** The address that leads to whatever the DOI names. */
export const doiUrl = (doi: string): string => `https://doi.org/${doi}`;

function withoutPlace(text: string): string {
  const place = places.find((pattern) => pattern.test(text));
  if (place === undefined) return text;
  const rest = text.replace(place, '');
  // In an address the signs of some DOIs are encoded, and what follows a question mark is not the DOI's.
  return /^https?:/i.test(text) ? decoded(rest.replace(/[?#].*$/s, '')) : rest;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The end of the sentence in which it stood. */
const withoutEnd = (text: string): string => {
  const bare = text.replace(/[.,;:]+$/, '');
  return bare.endsWith(')') && !bare.includes('(') ? withoutEnd(bare.slice(0, -1)) : bare;
};

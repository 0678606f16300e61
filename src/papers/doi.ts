import { firstVersionOf } from './preprint-servers.ts';

/** Prefix, slash, and the registrant's part. No known DOI is longer, or has a quotation mark, a backtick or a blank. */
const whole = /^10\.\d{4,9}(?:\.\d{1,9})*\/[!#-_a-~]{1,180}$/;
const places = [/^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\//i, /^(?:info:)?doi[:/]\s*/i];
/** DOIs of bioRxiv and medRxiv: since late 2019 with the date after the slash, before that with a number alone. */
const preprint = /^(10\.(?:1101|64898)\/(?:\d{4}\.\d{2}\.\d{2}\.\d{6,8}|\d{6}))(?:v([1-9]\d{0,2}))?$/;

/** A DOI as people write it, in lower case: DOIs are compared without case. */
export interface Doi {
  readonly doi: string;
  /** The version of a preprint, which is not part of `doi`; null without one. */
  readonly version: number | null;
}

/** Reads a DOI, bare, after `doi:`, or as an address at doi.org. Null for any other text. */
export function parseDoi(text: string): Doi | null {
  const doi = withoutEnd(withoutPlace(text.trim())).toLowerCase();
  if (!whole.test(doi)) return null;
  const [, bare, version] = preprint.exec(doi) ?? [];
  return bare === undefined
    ? firstVersionOf(doi)
    : { doi: bare, version: version === undefined ? null : Number(version) };
}

/** Whether this is the DOI of a preprint at bioRxiv or medRxiv, which share their prefixes. */
export const isPreprintDoi = (doi: string): boolean => preprint.test(doi);

/** The address that the DOI resolves to. */
export const doiUrl = (doi: string): string => `https://doi.org/${doi}`;

function withoutPlace(text: string): string {
  const place = places.find((pattern) => pattern.test(text));
  if (place === undefined) return text;
  const rest = text.replace(place, '');
  // In an address some characters of a DOI are encoded, and a query does not belong to the DOI.
  return /^https?:/i.test(text) ? decoded(rest.replace(/[?#].*$/s, '')) : rest;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The text without the punctuation of the sentence around it. */
const withoutEnd = (text: string): string => {
  const bare = text.replace(/[.,;:]+$/, '');
  return bare.endsWith(')') && !bare.includes('(') ? withoutEnd(bare.slice(0, -1)) : bare;
};

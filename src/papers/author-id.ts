/** Who gave an author their id. */
export type AuthorRegistry = 'orcid' | 'openalex' | 'semantic-scholar';

/** An author by an id of a service. */
export interface AuthorId {
  readonly registry: AuthorRegistry;
  /** In canonical form: `0000-0002-1825-0097`, `A5023888391`, `1741101`. */
  readonly id: string;
}

const forms: readonly { readonly registry: AuthorRegistry; readonly pattern: RegExp }[] = [
  {
    registry: 'orcid',
    pattern: /^(?:orcid:\s*|(?:https?:\/\/)?(?:www\.)?orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\/?$/i,
  },
  {
    registry: 'openalex',
    pattern:
      /^(?:openalex:\s*|(?:https?:\/\/)?(?:api\.|explore\.)?openalex\.org\/(?:authors\/|people\/)?)?(A\d{4,12})\/?$/i,
  },
  {
    registry: 'semantic-scholar',
    pattern: /^(?:s2:\s*|(?:https?:\/\/)?(?:www\.)?semanticscholar\.org\/author\/(?:[^/\s]{1,200}\/)?)?(\d{1,12})\/?$/i,
  },
];

/** Reads the id of an author at ORCID, OpenAlex or Semantic Scholar, bare or as an address. Null for any other text. */
export function parseAuthorId(text: string): AuthorId | null {
  const bare = text
    .trim()
    .replace(/^<(.*)>$/s, '$1')
    .replace(/[?#].*$/s, '');
  for (const { registry, pattern } of forms) {
    const id = pattern.exec(bare)?.[1]?.toUpperCase();
    if (id !== undefined && (registry !== 'orcid' || hasCheckDigit(id))) return { registry, id };
  }
  return null;
}

/** Whether the last digit of an ORCID fits the others (ISO 7064, MOD 11-2). */
function hasCheckDigit(orcid: string): boolean {
  const digits = orcid.replaceAll('-', '');
  let sum = 0;
  for (const digit of digits.slice(0, -1)) sum = (sum + Number(digit)) * 2;
  const rest = (12 - (sum % 11)) % 11;
  return digits.endsWith(rest === 10 ? 'X' : String(rest));
}

const group = /\b(?:Collaborations?|Consorti(?:um|a)|Team|(?:Working|Study) Group)\b|\bGroup$/i;
const onBehalf = /^(.*?)[\s,]*\b(?:on behalf of|for) (?:the )?(.+)$/i;
const withMembers = /^(.*?(?:Collaborations?|Consortium|Team)) ?: ?(.*)$/i;
const andOthers = /^(?:et\.? al\b\.?|others)$/i;

/** The authors of a paper: people, and the collaborations for which they wrote it. */
export interface Byline {
  readonly people: readonly string[];
  /** Without an article: `ATLAS Collaboration`, `Kimi Team`. */
  readonly collaborations: readonly string[];
  /** Whether the list itself ends in `et al.` */
  readonly hasOthers: boolean;
}

/** Separates people from collaborations. A `:` between them is not a name. */
export function bylineOf(authors: readonly string[]): Byline {
  const people: string[] = [];
  const collaborations = new Set<string>();
  let hasOthers = false;
  for (const name of authors.filter(isName).flatMap(splitCollaboration)) {
    if (group.test(name)) collaborations.add(name.replace(/^the /i, ''));
    else if (andOthers.test(name)) hasOthers = true;
    else people.push(name);
  }
  return { people, collaborations: [...collaborations], hasOthers };
}

const isName = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/**
 * The names in one that includes a collaboration: `H.E.S.S. Collaboration: F. Aharonian`, `J. Rico on behalf of the
 * MAGIC Collaboration`, `for the Belle Collaboration`. Any other name stays as it is.
 */
export function splitCollaboration(name: string): string[] {
  if (!group.test(name)) return [name];
  const [, before = '', after = ''] = onBehalf.exec(name) ?? withMembers.exec(name) ?? [];
  return after === '' && before === '' ? [name] : [before, after].filter((part) => part !== '');
}

/** The people in `C. Storm and F. MacKintosh`; `ATLAS and CMS Collaborations` is one name. */
export function splitAtAnd(name: string): string[] {
  if (/\b(?:Collaborations|Consortia|Teams)\b/i.test(name)) return [name.replace(/^and /i, '')];
  return name.split(/(?:^| )and(?: |$)| (?=et\.? al\b)/).filter((part) => part.trim() !== '');
}

import { findCategory } from '../../papers/categories.ts';
import { cleanTexText, cleanText } from '../../papers/text.ts';

/** The categories that arXiv knows, each once, in their order: authors' MSC and ACM classes stand among them. */
export function readCategories(terms: readonly string[]): string[] {
  const ids = terms.map((term) => findCategory(term)?.id).filter((id) => id !== undefined);
  return [...new Set(ids)];
}

/** The first DOI of the text; some papers name several. */
export function readDoi(text: string | null): string | null {
  return /(?:^|[\s/:])(10\.\d{4,9}\/[^\s"<>,;]+)/.exec(` ${cleanText(text ?? '')}`)?.[1] ?? null;
}

export function readJournalReference(text: string | null): string | null {
  const reference = cleanTexText(text ?? '');
  return reference === '' ? null : reference;
}

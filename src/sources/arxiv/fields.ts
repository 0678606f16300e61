import { findCategory } from '../../papers/categories.ts';
import { cleanTexText, cleanText } from '../../papers/text.ts';

/** The arXiv categories among the terms, each once, in their order. Some terms are MSC and ACM classes. */
export function readCategories(terms: readonly string[]): string[] {
  const ids = terms.map((term) => findCategory(term)?.id).filter((id) => id !== undefined);
  return [...new Set(ids)];
}

/** The first DOI of the text. Some papers name several. */
export function readDoi(text: string | null): string | null {
  return /(?:^|[\s/:])(10\.\d{4,9}\/[^\s"<>,;]+)/.exec(` ${cleanText(text ?? '')}`)?.[1] ?? null;
}

/** A longer text is cut. Real ones are far shorter. */
const longestText = 2_000;

/** A journal reference or a comment as clean text, or null where there is none. */
export function readTexText(text: string | null): string | null {
  const clean = cleanTexText((text ?? '').slice(0, longestText));
  return clean === '' ? null : clean;
}

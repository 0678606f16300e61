import { cleanTexText } from '../papers/text.ts';

/** Longer than any real one (about 250 and 3,500 characters), so a longer text is something else. */
const longestTitle = 1_000;
const longestAbstract = 20_000;

/** The title and abstract of a paper as clean text, or why they cannot be used. */
export function readPaperTexts(
  title: string,
  abstract: string,
): { readonly title: string; readonly abstract: string } | { readonly problem: string } {
  if (title.length > longestTitle) return { problem: `a title of ${title.length} characters` };
  if (abstract.length > longestAbstract) return { problem: `an abstract of ${abstract.length} characters` };
  const cleanTitle = cleanTexText(title);
  return cleanTitle === '' ? { problem: 'no title' } : { title: cleanTitle, abstract: cleanTexText(abstract) };
}

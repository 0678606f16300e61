import type { Paper } from '../../papers/paper.ts';
import { type PaperText, readPaper } from '../matching/paper-text.ts';

/** Reads papers for the operators that decide for themselves: once each, and no more of them than is asked for. */
export function createLazyReader(papers: readonly Paper[]): (paper: number) => PaperText {
  const texts = new Map<number, PaperText>();
  return (number) => {
    const known = texts.get(number);
    if (known !== undefined) return known;
    const paper = papers[number];
    if (paper === undefined) throw new RangeError(`there is no paper ${number} in the batch`);
    const text = readPaper(paper);
    texts.set(number, text);
    return text;
  };
}

import type { Paper } from '../../papers/paper.ts';
import { type PaperText, readPaper } from '../matching/paper-text.ts';

/** Reads a paper of the batch when an operator first needs its text, and keeps it. */
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

import type { PaperText } from '../../src/topics/matching/paper-text.ts';
import { tokenize } from '../../src/topics/words/tokens.ts';

const constants = { saturation: 1.2, lengthShare: 0.75 };

/** Plain BM25 over title and abstract as one text, with the same tokens, which counts words among the papers themselves. */
export function createBm25(papers: readonly PaperText[]): (query: string) => (paper: PaperText) => number {
  const stemsOf = ({ title, abstract }: PaperText) => [...title.tokens, ...abstract.tokens].map(({ stem }) => stem);
  const counts = new Map(papers.map((paper) => [paper, countEach(stemsOf(paper))]));
  const lengths = new Map(papers.map((paper) => [paper, stemsOf(paper).length]));
  const average = [...lengths.values()].reduce((sum, length) => sum + length, 0) / papers.length;
  const having = countEach([...counts.values()].flatMap((of) => [...of.keys()]));
  return (query) => {
    const stems = [...new Set(tokenize(query).map(({ stem }) => stem))];
    return (paper) => stems.reduce((sum, stem) => sum + scoreOf(stem, paper), 0);
  };

  function scoreOf(stem: string, paper: PaperText): number {
    const count = counts.get(paper)?.get(stem) ?? 0;
    const found = having.get(stem) ?? 0;
    const rarity = Math.log(1 + (papers.length - found + 0.5) / (found + 0.5));
    const { saturation, lengthShare } = constants;
    const length = 1 - lengthShare + (lengthShare * (lengths.get(paper) ?? 0)) / average;
    return (rarity * count * (saturation + 1)) / (count + saturation * length);
  }
}

function countEach(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

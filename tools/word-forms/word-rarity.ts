import { tokenize } from '../../src/topics/words/tokens.ts';
import { readCorpus } from './corpus-counts.ts';

/** Stems of fewer papers are not listed. They are all about equally rare. */
const fewestPapers = 20;
/** Others are written in scripts that the corpus hardly has. */
const listedStem = /^[a-z0-9'+#]{1,30}$/;

const header = [
  '# How rare words are: a stem, and the natural logarithm of the number of papers for each one that has it.',
  '# Made by `npm run words` from papers of arXiv. The first number belongs to stems that are not listed.',
];

interface RarityTable {
  /** The contents of the file. */
  readonly text: string;
  readonly papers: number;
  readonly stems: number;
}

/** Counts how many papers have each stem in their title or abstract. */
export async function countRarity(files: readonly string[]): Promise<RarityTable> {
  const counts = new Map<string, number>();
  let papers = 0;
  for await (const { title, abstract } of readCorpus(files)) {
    papers += 1;
    const stems = new Set([...tokenize(title), ...tokenize(abstract)].map(({ stem }) => stem));
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const rarityOf = (count: number): string => Math.log(papers / count).toFixed(1);
  const lines = [...counts]
    .filter(([stem, count]) => count >= fewestPapers && listedStem.test(stem))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([stem, count]) => `${stem}\t${rarityOf(count)}`);
  const unlisted = `\t${rarityOf(fewestPapers / 2)}`;
  return { text: `${[...header, unlisted, ...lines].join('\n')}\n`, papers, stems: lines.length };
}

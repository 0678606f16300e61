import type { Paper } from '../../papers/paper.ts';
import { commonWords } from '../../topics/matching/common-words.ts';
import { readPaper } from '../../topics/matching/paper-text.ts';
import type { CommandContext } from '../interactions/context.ts';
import type { Message } from '../rendering/message.ts';
import { commonAtMost, similarAtMost, similarList } from '../rendering/similar-list.ts';
import { listedPaper } from './paper-search.ts';

/** The stored papers that are most like a paper, which need not be stored itself, with the words that they share. */
export async function findSimilar(
  paper: Paper,
  { store, say }: Pick<CommandContext, 'store' | 'say'>,
): Promise<Message> {
  const stored = await store.similarPapers(paper.id, similarAtMost);
  const similar = stored ?? (await nearestTo(`${paper.title} ${paper.abstract}`));
  const text = readPaper(paper);
  const described = similar.map((each) => ({
    ...listedPaper(each, null),
    common: commonWords(text, readPaper(each), commonAtMost),
  }));
  return similarList(paper, described, say);

  /** For a paper that a source knows and that is not stored. */
  async function nearestTo(texts: string): Promise<readonly Paper[]> {
    return (await store.papersAbout(texts, similarAtMost)).map((about) => about.paper);
  }
}

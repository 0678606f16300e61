import type { PaperId } from '../../papers/paper.ts';
import { findSourceName } from '../../papers/source-names.ts';
import type { Topic } from '../../topics/topic.ts';
import type { NewsPaper } from '../news.ts';
import type { SelectedPaper } from '../selection.ts';

/** The ids of a paper and of its duplicates. */
export const idsOfWork = ({ paper, duplicates = [] }: NewsPaper): readonly PaperId[] => [
  paper.id,
  ...duplicates.map(({ id }) => id),
];

/**
 * Makes one of duplicates that matched. The one whose source has the most authority stands for all, with the topics of
 * each; of two with the same authority, the one that was news first.
 */
export function foldDuplicates(papers: readonly SelectedPaper[]): readonly SelectedPaper[] {
  const isAlone = ({ news }: SelectedPaper): boolean => news.duplicates === undefined;
  if (papers.every(isAlone)) return papers;
  const works: SelectedPaper[][] = [];
  const workOf = new Map<PaperId, SelectedPaper[]>();
  for (const selected of papers.filter((one) => !isAlone(one)).toSorted(byAuthority)) {
    const work = workOf.get(selected.news.paper.id) ?? [];
    if (work.length === 0) works.push(work);
    work.push(selected);
    for (const id of idsOfWork(selected.news)) workOf.set(id, work);
  }
  return [...papers.filter(isAlone), ...works.map(foldWork)];
}

const byAuthority = ({ news: one }: SelectedPaper, { news: other }: SelectedPaper): number =>
  authorityOf(other) - authorityOf(one) || one.newsNumber - other.newsNumber;

const authorityOf = ({ paper }: NewsPaper): number => findSourceName(paper.describedBy)?.authority ?? 0;

function foldWork(work: readonly SelectedPaper[]): SelectedPaper {
  const [first, ...others] = work as readonly [SelectedPaper, ...SelectedPaper[]];
  if (others.length === 0) return first;
  const best = new Map<Topic, number>();
  for (const { topics, relevance } of work)
    for (const [index, topic] of topics.entries())
      best.set(topic, Math.max(relevance[index] ?? 0, best.get(topic) ?? 0));
  return {
    news: first.news,
    topics: [...best.keys()],
    relevance: [...best.values()],
    folded: others.map(({ news }) => news),
  };
}

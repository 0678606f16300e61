import { renderFeed } from '../../../src/playground/sample/arxiv-feed.ts';
import { dailyPapers } from '../../../src/playground/sample/daily-papers.ts';
import type { EditionPaper } from '../../../src/playground/sample/edition.ts';
import type { LocalDate } from '../../../src/time.ts';
import type { AnnouncedPaper, PickedPaper } from './replay-plan.ts';
import type { SourcePaper } from './source-paper.ts';

/** A paper on Hugging Face's list of a day, in its own format. */
export function toPick(paper: SourcePaper, date: LocalDate): PickedPaper {
  const pick = { date, details: { upvotes: 1 + (Number(paper.id.slice(-2)) % 40) } };
  const papers = [{ ...editionPaper({ paper, listing: 'new', version: 1 }, date), pick }];
  const [item] = dailyPapers({ today: date, easternToday: date, papers }, date);
  return { id: paper.id, title: paper.title, abstract: paper.abstract, item };
}

/** arXiv's RSS feed of one category. */
export function toFeed(papers: readonly AnnouncedPaper[], category: string, day: LocalDate): string {
  const edition = { today: day, easternToday: day, papers: papers.map((paper) => editionPaper(paper, day)) };
  return renderFeed(edition, 'rss', category, day).body;
}

const editionPaper = ({ paper, listing, version }: AnnouncedPaper, day: LocalDate): EditionPaper => ({
  id: paper.id,
  version,
  title: paper.title,
  abstract: paper.abstract,
  paper: { ...paper, day: 'today' },
  arxivListing: listing,
  listedOn: day,
  announcedOn: day,
  pick: null,
});

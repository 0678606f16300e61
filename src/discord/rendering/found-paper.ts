import type { Say } from '../../language/say.ts';
import type { Paper } from '../../papers/paper.ts';
import type { PaperPage } from '../../store/store.ts';
import type { Highlights } from '../../topics/matching/highlights.ts';
import { showFirstAuthor } from './byline.ts';
import { nameDuplicates } from './duplicates.ts';
import { highlightToFit } from './highlight.ts';
import { paperLine } from './paper-card.ts';
import { statusWord } from './paper-status.ts';

/** How many characters of a result are shown. */
const lengths = { title: 130, snippet: 180 };

/** A paper, with the places that match the query. */
export interface FoundPaper {
  readonly paper: Paper;
  readonly highlights: Highlights;
  /** The part of the abstract that matches; null if the abstract does not match. */
  readonly snippet: PaperPage['snippets'][number];
  readonly duplicates: PaperPage['duplicates'][number];
}

/** A found paper in a list: its title, and in small letters its facts and the part of the abstract that matches. */
export function describeFound({ paper, highlights, snippet, duplicates }: FoundPaper, say: Say): string {
  const facts = [
    statusWord(paper, say),
    showFirstAuthor(paper.authors, say),
    paper.publishedAt?.slice(0, 10) ?? '',
    paper.categories[0] ?? '',
    duplicates.length === 0 ? '' : say('cards.alsoAs', { places: nameDuplicates(duplicates, say) }),
  ];
  const lines = [
    facts.filter((part) => part !== '').join(' · '),
    snippet === null ? '' : highlightToFit(snippet.text, snippet.marks, lengths.snippet),
  ];
  const small = lines.filter((line) => line !== '').map((line) => `\n-# ${line}`);
  return `${paperLine(paper, highlights, lengths.title)}${small.join('')}`;
}

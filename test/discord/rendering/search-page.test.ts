import { describe, expect, it } from 'vitest';
import { type SearchPage, searchPage as searchPageIn } from '../../../src/discord/rendering/search-page.ts';
import { sayIn } from '../../../src/language/say.ts';
import { noHighlights } from '../../../src/topics/matching/highlights.ts';
import { topicOf } from '../../store/invented-listings.ts';
import { inventPapers } from '../../support/invented-papers.ts';

const found = inventPapers(2, 'tides').map((paper) => ({
  paper,
  highlights: noHighlights,
  snippet: null,
  duplicates: [],
}));
const searchPage = (search: SearchPage) => searchPageIn(search, 'possible', sayIn('en'));
const page: SearchPage = {
  searchId: 1,
  topic: topicOf('tides'),
  since: undefined,
  sort: 'best',
  page: 0,
  papers: found,
  total: 2,
};

describe('a page of search results', () => {
  it('says how many match', () => {
    expect(searchPage(page).content).toBe('2 papers on **tides**, best first.');
    expect(searchPage({ ...page, papers: found.slice(0, 1), total: 1 }).content).toBe('1 paper on **tides**.');
  });

  it('says which results it shows if there are more pages', () => {
    expect(searchPage({ ...page, total: 3 }).content).toBe('3 papers on **tides**: 1 to 2, best first.');
    const last = searchPage({ ...page, page: 1, papers: found.slice(0, 1), total: 9, sort: 'newest' });
    expect(last.content).toBe('9 papers on **tides**: 9 to 9, newest first.');
  });

  it('says that only the newest were looked at', () => {
    const { content } = searchPage({ ...page, total: 5_000, examined: 5_000, sort: 'newest' });
    expect(content).toContain('At least 5,000 papers on **tides**');
    expect(content).toContain('only the newest 5,000 were looked at');
  });

  it('shows the part of the abstract that matches, its words in bold', () => {
    const snippet = { text: '…the tides of_lakes…', marks: [{ start: 5, end: 10 }] };
    const [embed] =
      searchPage({ ...page, papers: found.slice(0, 1).map((each) => ({ ...each, snippet })) }).embeds ?? [];
    expect(embed?.description).toContain('the **tides** of\\_lakes');
  });

  it('does not say that nothing matches if not everything was looked at', () => {
    const none = { ...page, papers: [], total: 0 };
    expect(searchPage(none).content).toContain('No stored paper matches **tides**');
    expect(searchPage({ ...none, topic: topicOf('has:code') }).content).toBe(
      'No stored paper matches **has:code**. `/papers help` explains the topic language.',
    );
    expect(searchPage({ ...none, examined: 1_500 }).content).toContain('None of the best 1,500 papers');
  });
});

import { describe, expect, it } from 'vitest';
import { showAuthors as authorsIn, showFirstAuthor as firstAuthorIn } from '../../../src/discord/rendering/byline.ts';
import * as cards from '../../../src/discord/rendering/paper-card.ts';
import { sayIn } from '../../../src/language/say.ts';
import { saying } from '../../../src/language/saying.ts';
import { noExtras, type Paper } from '../../../src/papers/paper.ts';
import { itemOf } from '../../support/invented-digests.ts';
import { inventPaper } from '../../support/invented-papers.ts';

const say = sayIn('en');
const paperCard = (paper: Paper, context: cards.CardContext = {}) => cards.paperCard(paper, context, say);
const showAuthors = (authors: readonly string[]) => authorsIn(authors, say);
const showFirstAuthor = (authors: readonly string[]) => firstAuthorIn(authors, say);

describe('paperCard', () => {
  it('shows in bold what matched, in the title and in the text', () => {
    const highlights = {
      title: [{ start: 0, end: 5 }],
      abstract: [{ start: 2, end: 7 }],
      summary: [{ start: 4, end: 9 }],
    };
    const paper = inventPaper({ title: 'Graph nets', abstract: 'A graph is a *set*.' });
    const card = paperCard(paper, { highlights });
    expect(card.title).toBe('**Graph** nets');
    expect(card.description).toContain('A **graph** is a \\*set\\*.');
    const summarized = { ...paper, extras: { ...noExtras, aiSummary: 'The graph.' } };
    expect(paperCard(summarized, { highlights }).description).toContain('*AI summary:* The **graph**.');
    expect(paperCard(paper).title).toBe('Graph nets');
  });

  it('puts reasons and code above the text and people below it, in small letters', () => {
    const extras = {
      ...noExtras,
      organization: 'The *Lab*',
      aiSummary: 'It works.',
      codeUrl: 'https://github.com/a/b',
    };
    const paper = inventPaper({ authors: ['A', 'B'], extras });
    expect(paperCard(paper, itemOf(paper)).description).toBe(
      [
        '-# Matches “diffusion” in the title · [Code](https://github.com/a/b)',
        '*AI summary:* It works.',
        '-# A and B · The \\*Lab\\*',
      ].join('\n'),
    );
    expect(paperCard(inventPaper({ authors: [], abstract: 'Short.' })).description).toBe('Short.');
  });

  it('puts topics with the same reason into one line, by name if that is short', () => {
    const paper = inventPaper({ authors: [], abstract: 'Short.' });
    const matchesOf = (...topics: string[]) =>
      topics.map((canonical) => ({ canonical, why: [saying('reasons.inCategory', { category: canonical[0] ?? '' })] }));
    const reasonsOf = (...topics: string[]) =>
      paperCard(paper, { matches: matchesOf(...topics), namesTopics: true })
        .description?.split('\n')
        .slice(0, -1);
    expect(reasonsOf('ants', 'bees', 'auks')).toEqual(['-# Matches ants, auks: in a', '-# Matches bees: in b']);
    const long = Array.from({ length: 30 }, (_, index) => `a ${index} ${'x'.repeat(90)}`);
    expect(reasonsOf(...long, 'bees')).toEqual(['-# Matches 30 topics: in a', '-# Matches bees: in b']);
    expect(reasonsOf('bees', 'cats', 'dogs', ...long)?.at(-1)).toBe('-# and 30 more topics');
    const cut = reasonsOf(long[0] ?? '')?.[0] ?? '';
    expect(cut).toMatch(/^-# Matches a 0 x+…: in a$/);
    expect(cut.length).toBeLessThan(90);
  });

  it('puts each reason on its own line, three at most, and the code after the last', () => {
    const paper = inventPaper({
      authors: [],
      abstract: 'Short.',
      extras: { ...noExtras, codeUrl: 'https://github.com/a/b' },
    });
    const matches = ['a', 'b', 'c', 'd'].map((canonical) => ({
      canonical,
      why: [saying('reasons.inCategory', { category: canonical }), saying('reasons.by', { author: 'A' })],
    }));
    expect(paperCard(paper, { matches, namesTopics: true }).description?.split('\n')).toEqual([
      '-# Matches a: in a; by A',
      '-# Matches b: in b; by A',
      '-# Matches c: in c; by A',
      '-# and 1 more topic · [Code](https://github.com/a/b)',
      'Short.',
    ]);
  });

  it('shortens 664 authors to the first two and the last, and leaves out texts that are not names', () => {
    const authors = [':', ...Array.from({ length: 664 }, (_, index) => `Author ${index + 1}`)];
    expect(paperCard(inventPaper({ authors })).description).toMatch(
      /\n-# Author 1, Author 2 … Author 664 \(664 authors\)$/,
    );
    expect(showAuthors(['A', 'B', 'C', 'D', 'E'])).toBe('A, B … E (5 authors)');
    expect(showAuthors(['A', 'B', 'C', 'D'])).toBe('A, B, C and D');
    expect(['A', 'AB', 'ABC'].map((names) => showFirstAuthor([...names]))).toEqual(['A', 'A and B', 'A and 2 others']);
  });

  it('names a collaboration instead of its thousands of members, and the authors who write for one', () => {
    const members = Array.from({ length: 3_303 }, (_, index) => `Author ${index + 1}`);
    expect(showAuthors(['ATLAS Collaboration', ':', ...members])).toBe(
      'Author 1 and 3,302 others, for the ATLAS Collaboration',
    );
    const many = [...members.slice(0, 9), 'The CMS Collaboration', 'the LHCb Collaboration'];
    expect(showAuthors(many)).toBe('Author 1 and 8 others, for the CMS Collaboration and the LHCb Collaboration');
    expect(showAuthors(['Kimi Team', 'A', 'B', 'C', 'D', 'E'])).toBe('A and 4 others, for the Kimi Team');
    expect(showAuthors(['Team Olmo', 'A', 'B'])).toBe('A and B, for Team Olmo');
    expect(showAuthors(['J. Rico on behalf of the MAGIC Collaboration'])).toBe('J. Rico, for the MAGIC Collaboration');
    expect(showAuthors(['PHENIX Collaboration', 'A. Adare', 'et al'])).toBe(
      'A. Adare et al., for the PHENIX Collaboration',
    );
    expect(showAuthors(['The KamLAND Collaboration'])).toBe('KamLAND Collaboration');
    expect(showFirstAuthor(['The KamLAND Collaboration', ':'])).toBe('KamLAND Collaboration');
    expect(showFirstAuthor(['ATLAS Collaboration', ':', ...members])).toBe('Author 1 and 3,302 others');
    expect(showAuthors(['A *Bold* Collaboration', 'B'])).toBe('B, for the A \\*Bold\\* Collaboration');
  });

  it('marks the summary of a machine, and says that an abstract is missing', () => {
    const extras = { ...noExtras, aiSummary: 'It works.' };
    expect(paperCard(inventPaper({ extras })).description).toContain('*AI summary:* It works.');
    expect(paperCard(inventPaper({ abstract: ' \n ' })).description).toContain('no abstract');
  });

  it('names categories, upvotes, id, code and its stars', () => {
    const extras = { ...noExtras, upvotes: 42, codeUrl: 'https://github.com/some_one/code', codeStars: 1234 };
    const paper = inventPaper({ extras, categories: ['cs.LG', 'stat.ML'] });
    const card = paperCard(paper, itemOf(paper, { announceType: 'cross' }));
    expect(card.footer?.text).toBe('cs.LG, stat.ML · cross-listed · 42 upvotes · arXiv 2606.00001');
    expect(card.description).toContain('[Code](https://github.com/some%5Fone/code) (1,234 stars)');
    const crowded = inventPaper({ categories: Array.from({ length: 5 }, () => 'x'.repeat(99)) });
    expect(paperCard(crowded).footer?.text).toMatch(/… · arXiv 2606\.00001$/);
  });

  it.each([
    'http://huggingface.co/x.png',
    'https://evil.example/huggingface.co',
    'https://huggingface.co.evil.example/x.png',
    'javascript:alert(1)',
  ])('shows no image from %s', (thumbnailUrl) => {
    expect(paperCard(inventPaper({ extras: { ...noExtras, thumbnailUrl } })).thumbnail).toBeUndefined();
  });
});

import type { AnnounceType } from '../../src/papers/announce-type.ts';
import { noExtras, type Paper, type PublicationStatus } from '../../src/papers/paper.ts';
import { inventPaper } from '../support/invented-papers.ts';

/** What a cell can say about a paper, one fact after the other. */
const facts: readonly (readonly [pattern: RegExp, read: (paper: Paper, value: string) => Partial<Paper>])[] = [
  [/^“([^”]+)”/, (_paper, title) => ({ title })],
  [/^abstract “([^”]+)”/, (_paper, abstract) => ({ abstract })],
  [/^comment “([^”]+)”/, (_paper, comment) => ({ comment })],
  [/^by ([^,]+)/, (_paper, name) => ({ authors: [name] })],
  [/^in ([\w./-]+(?:, [\w-]+[./][\w./-]+|, hep-th)*)/, (_paper, list) => ({ categories: list.split(', ') })],
  [/^from ([\w-]+(?:, [\w-]+)*)/, (_paper, list) => ({ sources: list.split(', ').toSorted() })],
  [/^of ([^,]+)/, ({ extras }, organization) => ({ extras: { ...extras, organization } })],
  [/^with (\d+) upvotes/, ({ extras }, count) => ({ extras: { ...extras, upvotes: Number(count) } })],
  [/^with code/, ({ extras }) => ({ extras: { ...extras, codeUrl: 'https://code.example/x' } })],
  [/^a DOI/, () => ({ doi: '10.5555/example' })],
  [/^with the ids? ([\w./]+(?:, [\w./]+)*)/, (_paper, list) => readIds(list.split(', '))],
  [/^announced as (new|cross)/, (_paper, how) => ({ announcedAs: how as AnnounceType })],
  [/^stated (withdrawn|notice)/, (_paper, status) => ({ statedStatus: status as PublicationStatus })],
];

const readIds = ([id = '', ...others]: readonly string[]): Partial<Paper> => ({ id, sameAs: others });

/** A paper about which nothing is known but what a cell says. */
const nothingKnown: Paper = inventPaper({
  id: '2601.99999',
  title: 'An Invented Paper',
  abstract: '',
  authors: [],
  categories: [],
  extras: noExtras,
});

/**
 * The paper that a cell of a table of topics describes: `“Robots in the Garden”, announced as new`.
 * @throws Error if a part of the cell says nothing about a paper
 */
export function paperOf(cell: string): Paper {
  let paper = nothingKnown;
  for (let rest = cell; rest !== ''; ) {
    const known = facts.find(([pattern]) => pattern.test(rest));
    const found = known?.[0].exec(rest);
    if (known === undefined || !found)
      throw new Error(`“${rest}” says nothing about a paper: see ${import.meta.filename}`);
    paper = { ...paper, ...known[1](paper, found[1] ?? '') };
    rest = rest.slice(found[0].length).replace(/^, /, '');
  }
  if (paper === nothingKnown) throw new Error('The cell describes no paper.');
  return paper;
}

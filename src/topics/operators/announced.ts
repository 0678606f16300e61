import { readChoice } from '../language/term-text.ts';
import type { AnnouncedTerm } from '../topic.ts';
import { createFactOperator } from './fact.ts';
import { fact } from './facts.ts';

const ways: readonly { readonly names: readonly [AnnouncedTerm['how'], ...string[]]; readonly shown: string }[] = [
  { names: ['new'], shown: 'new' },
  { names: ['cross', 'cross-list', 'crosslist', 'cross-listed'], shown: 'a cross-list' },
  { names: ['replaced', 'replace', 'replacement', 'updated'], shown: 'a replacement' },
];

const shown = (how: AnnouncedTerm['how']): string => ways.find(({ names }) => names[0] === how)?.shown ?? how;

/** `is:new`: how the paper was announced. The weightiest of several announcements counts. */
export const announcedOperator = createFactOperator<AnnouncedTerm>({
  field: {
    names: ['is'],
    takes: 'new, cross or replaced',
    listsAlternatives: true,
    read: (typed) => readChoice(typed, ways, 'is', (how) => ({ kind: 'announced', how })),
  },
  value: ({ how }) => how,
  // Thousands of papers are announced in each way.
  isWide: () => true,
  facts: ({ how }) => [fact.announced(how)],
  explain: ({ how }) => `announced as ${shown(how)}`,
  explainMiss: ({ how }, { paper }) =>
    paper.announcedAs === null ? 'not announced yet' : `not announced as ${shown(how)}`,
});

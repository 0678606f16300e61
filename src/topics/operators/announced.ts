import { readChoice } from '../language/term-text.ts';
import type { AnnouncedTerm, StatusTerm } from '../topic.ts';
import { createFactOperator } from './fact.ts';
import { fact } from './facts.ts';
import type { Field } from './operator.ts';

type Value = AnnouncedTerm['how'] | StatusTerm['status'];

const values: readonly { readonly names: readonly [Value, ...string[]]; readonly shown: string }[] = [
  { names: ['new'], shown: 'new' },
  { names: ['cross', 'cross-list', 'crosslist', 'cross-listed'], shown: 'a cross-list' },
  { names: ['replaced', 'replace', 'replacement', 'updated'], shown: 'a replacement' },
  { names: ['withdrawn', 'withdrawal', 'retracted'], shown: 'withdrawn' },
  { names: ['notice', 'notices'], shown: 'a notice' },
];

const shown = (value: Value): string => values.find(({ names }) => names[0] === value)?.shown ?? value;

/** `is:` asks how a paper was announced, and whether it is research. */
const isField: Field = {
  names: ['is'],
  takes: 'new, cross, replaced, withdrawn or notice',
  listsAlternatives: true,
  read: (typed) =>
    readChoice(typed, values, 'is', (value) =>
      value === 'withdrawn' || value === 'notice'
        ? { kind: 'status', status: value }
        : { kind: 'announced', how: value },
    ),
};

/** `is:new`: how the paper was announced. The weightiest of several announcements counts. */
export const announcedOperator = createFactOperator<AnnouncedTerm>({
  field: isField,
  value: ({ how }) => how,
  // Thousands of papers are announced in each way.
  isWide: () => true,
  facts: ({ how }) => [fact.announced(how)],
  explain: ({ how }) => `announced as ${shown(how)}`,
  explainMiss: ({ how }, { paper }) =>
    paper.announcedAs === null ? 'not announced yet' : `not announced as ${shown(how)}`,
});

/** `is:withdrawn`, `is:notice`: a paper that is not research. Other topics leave such papers out: see `conditionOf`. */
export const statusOperator = {
  ...createFactOperator<StatusTerm>({
    field: isField,
    value: ({ status }) => status,
    // Few papers are withdrawn, and few are notices.
    isWide: () => false,
    facts: ({ status }) => [fact.status(status)],
    explain: ({ status }) => shown(status),
    explainMiss: ({ status }) => `not ${shown(status)}`,
  }),
  // The field is that of announcements.
  fields: [],
};

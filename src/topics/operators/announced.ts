import { saying } from '../../language/saying.ts';
import { readChoice } from '../language/term-text.ts';
import type { AnnouncedTerm, StatusTerm } from '../topic.ts';
import { createFactOperator } from './fact.ts';
import { fact } from './facts.ts';
import type { Field } from './operator.ts';

type Value = AnnouncedTerm['how'] | StatusTerm['status'];

const values: readonly { readonly names: readonly [Value, ...string[]] }[] = [
  { names: ['new'] },
  { names: ['cross', 'cross-list', 'crosslist', 'cross-listed'] },
  { names: ['replaced', 'replace', 'replacement', 'updated'] },
  { names: ['withdrawn', 'withdrawal', 'retracted'] },
  { names: ['notice', 'notices'] },
];

/** How the messages name an announcement. */
const shownAs = (how: AnnouncedTerm['how']) => (how === 'new' ? 'other' : how);

/** `is:` asks how a paper was announced, and whether it is research. */
const isField: Field = {
  names: ['is'],
  takes: saying('syntax.takesState'),
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
  explain: ({ how }) => saying('reasons.announced', { how: shownAs(how) }),
  explainMiss: ({ how }, { paper }) =>
    paper.announcedAs === null ? saying('reasons.notYet') : saying('reasons.notAnnounced', { how: shownAs(how) }),
});

/** `is:withdrawn`, `is:notice`: a paper that is not research. Other topics leave such papers out: see `conditionOf`. */
export const statusOperator = {
  ...createFactOperator<StatusTerm>({
    field: isField,
    value: ({ status }) => status,
    // Few papers are withdrawn, and few are notices.
    isWide: () => false,
    facts: ({ status }) => [fact.status(status)],
    explain: ({ status }) => saying('reasons.status', { status: status === 'notice' ? 'notice' : 'other' }),
    explainMiss: ({ status }) => saying('reasons.notStatus', { status: status === 'notice' ? 'notice' : 'other' }),
  }),
  // The field is that of announcements.
  fields: [],
};

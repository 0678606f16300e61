import { saying } from '../../language/saying.ts';
import { hasStar, noStar, noWords, quoteIfNeeded, readWords } from '../language/term-text.ts';
import type { OrganizationTerm } from '../topic.ts';
import { tokenize } from '../words/tokens.ts';
import { createFactOperator } from './fact.ts';
import { fact } from './facts.ts';
import type { ReadTerm, Typed } from './operator.ts';

/** `org:deepmind`: an organization whose name has all of the words, whole and in any order. */
export const organizationOperator = createFactOperator<OrganizationTerm>({
  field: {
    names: ['org', 'organization', 'organisation'],
    takes: saying('syntax.takesName'),
    read: readOrganization,
  },
  value: ({ display, isQuoted }) => quoteIfNeeded(display, isQuoted),
  isWide: () => false,
  facts: ({ words }) => words.map(fact.organization),
  explain: ({ display }, { paper }) => saying('reasons.from', { organization: paper.extras.organization ?? display }),
  explainMiss: ({ display }, { paper: { extras } }) =>
    extras.organization === null
      ? saying('reasons.unknownOrganization', { asked: display })
      : saying('reasons.notFrom', { organization: extras.organization, asked: display }),
});

function readOrganization({ text }: Typed): ReadTerm {
  if (hasStar(text)) return noStar(text, 'organization');
  const { display, isQuoted } = readWords(text);
  if (display === '') return noWords(text);
  const words = tokenize(display).map((token) => token.text);
  return { ok: true, term: { kind: 'organization', words, display, isQuoted } };
}

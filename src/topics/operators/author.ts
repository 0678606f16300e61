import { saying } from '../../language/saying.ts';
import { hasStar, mention, needsQuotes, noStar, noWords, quoteIfNeeded } from '../language/term-text.ts';
import { anyOfQueries, type CandidateQuery, tokensIn } from '../matching/candidate-terms.ts';
import { isNamed } from '../names/is-named.ts';
import { askedKeysOf, tokensOfKey } from '../names/name-keys.ts';
import { isInitial, type NamePart, namePartsOf, showName } from '../names/name-parts.ts';
import type { AuthorTerm } from '../topic.ts';
import type { Field, Operator, ReadTerm, Typed } from './operator.ts';

const authorField: Field = {
  names: ['author', 'authors', 'au'],
  takes: saying('syntax.takesName'),
  read: readAuthor,
};

/** One author so named: see `isNamed`. */
export const authorOperator: Operator<AuthorTerm> = {
  fields: [authorField],
  write: (term) => ({ field: 'author', value: quoteIfNeeded(term.display, term.isQuoted) }),
  isWide: () => false,
  holds: (term, paper) => paper.authors.some(({ parts }) => isNamed(parts, term.name)),
  find: (term, paper) =>
    paper.authors
      .filter(({ parts }) => isNamed(parts, term.name))
      .map(({ name }) => ({ term, field: 'authors', author: name })),
  explain: ({ author }) => saying('reasons.by', { author }),
  explainMiss: ({ display }) => saying('reasons.notBy', { author: display }),
  require: ({ name }) => requireName(name),
};

function readAuthor(typed: Typed): ReadTerm {
  if (hasStar(typed.text)) return noStar(typed.text, 'other');
  const name = namePartsOf(typed.text);
  if (name.length === 0) return noWords(typed.text);
  const display = showName(name);
  if (!name.every(({ words }) => words.every(isInitial)))
    return { ok: true, term: { kind: 'author', name, display, isQuoted: needsQuotes(display) } };
  return { ok: false, code: 'too-wide', said: saying('syntax.initials', { typed: mention(typed.text) }) };
}

const requireName = (name: readonly NamePart[]): CandidateQuery =>
  anyOfQueries(askedKeysOf(name).keys.map((key) => tokensIn('authors', tokensOfKey(key))));

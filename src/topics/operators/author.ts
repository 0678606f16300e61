import { hasStar, mention, noStar, noWords, quoteIfNeeded, readWords } from '../language/term-text.ts';
import {
  allOfQueries,
  anyOfQueries,
  anything,
  type CandidateQuery,
  runIn,
  tokensIn,
} from '../matching/candidate-terms.ts';
import { nameParts, spellName, withInitialsApart } from '../matching/paper-text.ts';
import type { AuthorTerm } from '../topic.ts';
import { familyIndex, isInitial, isNamed } from './names.ts';
import type { Field, Operator, ReadTerm, Typed } from './operator.ts';

const authorField: Field = {
  names: ['author', 'authors', 'au'],
  takes: 'a name, a "full name" or a group in parentheses',
  read: readAuthor,
};

/** One author so named: see `isNamed`. */
export const authorOperator: Operator<AuthorTerm> = {
  fields: [authorField],
  write: (term) => ({ field: 'author', value: quoteIfNeeded(term.display, term.isQuoted) }),
  isWide: () => false,
  holds: (term, paper) => {
    const typed = spellName(term.names);
    return paper.authors.some(({ spellings }) => isNamed(spellings, typed));
  },
  find: (term, paper) => {
    const typed = spellName(term.names);
    return paper.authors
      .filter(({ spellings }) => isNamed(spellings, typed))
      .map(({ name }) => ({ term, field: 'authors', author: name }));
  },
  explain: ({ author }) => `by ${author}`,
  explainMiss: ({ display }) => `no author “${display}”`,
  require: ({ names }) => anyOfQueries(spellName(names).map(requireName)),
  reads: () => ['authors'],
};

function readAuthor(typed: Typed): ReadTerm {
  if (hasStar(typed.text)) return noStar(typed.text, 'A name');
  // `LeCun, Yann` is how lists have it. The family name goes last, where it is looked for.
  const [family = '', ...given] = typed.text.split(',');
  const { display, isQuoted } = readWords(withInitialsApart(`${given.join(' ')} ${family}`));
  if (display === '') return noWords(typed.text);
  const names = nameParts(display);
  if (!names.every(({ text }) => isInitial(text)))
    return { ok: true, term: { kind: 'author', names, display, isQuoted } };
  const message = `${mention(typed.text)} has initials only, which thousands of names have. Add the family name.`;
  return { ok: false, code: 'too-wide', message };
}

/** Every part of the name in full; of a given name the initial will do. */
function requireName(spelling: readonly string[]): CandidateQuery {
  const family = familyIndex(spelling);
  return allOfQueries(
    spelling.map((name, index) => {
      if (isInitial(name)) return anything;
      const inFull = [tokensIn('authors', [name]), ...spelledApart(name)];
      return anyOfQueries(index === family ? inFull : [...inFull, tokensIn('authors', [Array.from(name)[0] ?? name])]);
    }),
  );
}

/** The two names, tied by a hyphen, that the name may be. */
function spelledApart(name: string): CandidateQuery[] {
  const letters = Array.from(name);
  const halves = letters.slice(1).map((_, index) => [letters.slice(0, index + 1), letters.slice(index + 1)]);
  return halves.map((pair) =>
    runIn(
      'authors',
      pair.map((half) => half.join('')),
    ),
  );
}

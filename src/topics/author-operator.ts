import type { Field, Operator } from './operator.ts';
import type { AuthorText } from './paper-text.ts';
import type { AuthorTerm } from './topic.ts';
import { noWords, quoteIfNeeded, readWords } from './writing.ts';

const authorField: Field = {
  names: ['author', 'authors', 'au'],
  takes: 'a name, a "full name" or a group in parentheses',
  read: (value) => {
    const { tokens, display, isQuoted } = readWords(value);
    if (tokens.length === 0) return noWords(value);
    return { ok: true, term: { kind: 'author', names: tokens.map((token) => token.text), display, isQuoted } };
  },
};

/** One author whose name has all the words, whole and in any order: `"LeCun, Yann"` is Yann LeCun, `lecunha` is not. */
export const authorOperator: Operator<AuthorTerm> = {
  fields: [authorField],
  write: (term) => ({ field: 'author', value: quoteIfNeeded(term.display, term.isQuoted) }),
  holds: (term, paper) => paper.authors.some((author) => isNamed(author, term)),
  find: (term, paper) =>
    paper.authors
      .filter((author) => isNamed(author, term))
      .map((author) => ({ term, field: 'authors', author: author.name })),
  explain: ({ author }) => `by ${author}`,
  require: ({ names }) => ({ kind: 'term', field: 'authors', tokens: names, adjacent: false }),
};

const isNamed = (author: AuthorText, term: AuthorTerm): boolean =>
  term.names.every((name) => author.words.includes(name));

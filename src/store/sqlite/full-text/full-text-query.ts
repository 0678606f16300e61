import type { CandidateStretch, CandidateTerm } from '../../../topics/matching/candidate-terms.ts';
import type { PaperQuery } from '../../rules/search/paper-query.ts';

/**
 * A query for papers in the language of FTS5. Tokens come from users, so each is quoted: in a quoted string, only the
 * quotation mark has a meaning.
 */
export function fullTextQuery(query: PaperQuery): string {
  switch (query.kind) {
    case 'term':
      return termQuery(query);
    case 'stretch':
      return stretchQuery(query);
    case 'without':
      return `(${fullTextQuery(query.query)} NOT ${fullTextQuery(query.excluded)})`;
    default:
      return `(${query.queries.map(fullTextQuery).join(query.kind === 'all' ? ' AND ' : ' OR ')})`;
  }
}

const columns = {
  any: '{title abstract}',
  title: '{title}',
  abstract: '{abstract}',
  authors: '{authors}',
  categories: '{categories}',
  comment: '{comment}',
  facts: '{facts}',
} as const satisfies Record<CandidateTerm['field'], string>;

function termQuery({ field, tokens, adjacent, isPrefix }: CandidateTerm): string {
  // FTS5 splits texts at blanks, so that one string of several tokens is a phrase.
  const phrase = adjacent ? quoted(tokens.join(' ')) : tokens.map(quoted).join(' AND ');
  return `${columns[field]} : (${phrase}${isPrefix ? ' *' : ''})`;
}

const stretchQuery = ({ field, runs, between }: CandidateStretch): string =>
  `${columns[field]} : NEAR(${runs.map((run) => quoted(run.join(' '))).join(' ')}, ${between})`;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

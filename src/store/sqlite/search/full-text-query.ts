import type { CandidateTerm, NarrowQuery } from '../../../topics/matching/candidate-terms.ts';

/**
 * A candidate query in FTS5's language. Tokens come from users: each is written as a quoted string, in which nothing
 * but the quotation mark means anything.
 */
export function fullTextQuery(query: NarrowQuery): string {
  if (query.kind === 'term') return termQuery(query);
  return `(${query.queries.map(fullTextQuery).join(query.kind === 'all' ? ' AND ' : ' OR ')})`;
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
  // The index is cut at blanks, so that one string of several tokens asks for them next to each other.
  const phrase = adjacent ? quoted(tokens.join(' ')) : tokens.map(quoted).join(' AND ');
  return `${columns[field]} : (${phrase}${isPrefix ? ' *' : ''})`;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

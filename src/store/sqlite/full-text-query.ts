import type { CandidateQuery, CandidateTerm } from '../../topics/candidates.ts';

/**
 * A candidate query in FTS5's language. Tokens come from users: each is written as a quoted string, in which nothing
 * but the quotation mark means anything.
 */
export function fullTextQuery(query: CandidateQuery): string {
  if (query.kind === 'term') return termQuery(query);
  return `(${query.queries.map(fullTextQuery).join(query.kind === 'all' ? ' AND ' : ' OR ')})`;
}

const columns = {
  any: '{title abstract}',
  title: '{title}',
  authors: '{authors}',
  categories: '{categories}',
} as const satisfies Record<CandidateTerm['field'], string>;

function termQuery({ field, tokens, adjacent }: CandidateTerm): string {
  // The index is cut at blanks, so that one string of several tokens asks for them next to each other.
  const phrase = adjacent ? quoted(tokens.join(' ')) : tokens.map(quoted).join(' AND ');
  return `${columns[field]} : (${phrase})`;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

import type { CandidateStretch, CandidateTerm } from '../../../topics/matching/candidate-terms.ts';
import type { PaperQuery } from '../../rules/search/paper-query.ts';
import type { PaperLists } from './paper-lists.ts';
import { PaperSet } from './paper-set.ts';
import { fieldsOf, tokenQuery } from './token-query.ts';

/**
 * The same query, whose tokens, phrases and stretches are each in one field. Queries that papers must match all of stay as they
 * are: the index skips from one such paper to the next, and so their common list takes less time than a list for each.
 */
export function inFields(query: PaperQuery): PaperQuery {
  switch (query.kind) {
    case 'term':
      return query.adjacent || query.tokens.length === 1 ? inEachField(query) : query;
    case 'stretch':
      return inEachField(query);
    case 'any':
      return { kind: 'any', queries: query.queries.map(inFields) };
    case 'without':
      return { kind: 'without', query: inFields(query.query), excluded: inFields(query.excluded) };
    default:
      return query;
  }
}

function inEachField(query: CandidateTerm | CandidateStretch): PaperQuery {
  const queries = fieldsOf(query.field).map((field) => ({ ...query, field }));
  return queries.length === 1 ? query : { kind: 'any', queries };
}

/** Finds the papers of a query by the lists of its parts. */
export async function papersOf(query: PaperQuery, lists: PaperLists): Promise<PaperSet> {
  const wanted = inFields(query);
  const listOf = await lists.read(listedIn(wanted));
  const range = await lists.range();
  const setOf = (one: PaperQuery): PaperSet => {
    switch (one.kind) {
      case 'any':
        return one.queries.reduce((set, each) => set.unite(setOf(each)), new PaperSet(range));
      case 'without':
        return setOf(one.query).subtract(setOf(one.excluded));
      default:
        return new PaperSet(range).add(listOf(tokenQuery(one)));
    }
  };
  return setOf(wanted);
}

/** The parts of a query whose lists are read. */
function listedIn(query: PaperQuery): readonly string[] {
  if (query.kind === 'any') return query.queries.flatMap(listedIn);
  if (query.kind === 'without') return [...listedIn(query.query), ...listedIn(query.excluded)];
  return [tokenQuery(query)];
}

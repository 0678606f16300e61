import type { CandidateStretch, CandidateTerm } from '../../../topics/matching/candidate-terms.ts';
import type { PaperQuery } from '../../rules/search/paper-query.ts';
import { fieldRules, type IndexField, incompleteLexeme, lexemeOf, quoted } from './lexemes.ts';

/**
 * A query for papers as the text of a `tsquery`. PostgreSQL can say at which distance words stand, and so a stretch of two
 * runs asks for each distance. Other stretches find all papers that have the words in one field.
 */
export function tokenQuery(query: PaperQuery): string {
  switch (query.kind) {
    case 'term':
      return termQuery(query);
    case 'stretch':
      return stretchQuery(query);
    case 'without':
      return `(${tokenQuery(query.query)} & !${tokenQuery(query.excluded)})`;
    default:
      return joined(query.queries.map(tokenQuery), query.kind === 'all' ? ' & ' : ' | ');
  }
}

/** Whether the query finds exactly the papers that it describes. */
export function isExact(query: PaperQuery): boolean {
  switch (query.kind) {
    case 'term':
      return !query.adjacent || areOrdered(query.field);
    case 'stretch':
      return distancesOf(query) !== null && areOrdered(query.field);
    case 'without':
      return isExact(query.query) && isExact(query.excluded);
    default:
      return query.queries.every(isExact);
  }
}

/** The fields in which a term is looked for. */
export const fieldsOf = (field: CandidateTerm['field']): readonly IndexField[] =>
  field === 'any' ? ['title', 'abstract'] : [field];

const areOrdered = (field: CandidateTerm['field']): boolean =>
  fieldsOf(field).every((one) => fieldRules[one].isOrdered);

const joined = (parts: readonly string[], operator: string): string =>
  parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(operator)})`;

const either = (field: CandidateTerm['field'], queryIn: (field: IndexField) => string): string =>
  joined(fieldsOf(field).map(queryIn), ' | ');

/** Lexemes in a row, in a field that has rows of them. */
const inOrder = (field: IndexField, lexemes: readonly string[]): string =>
  joined(lexemes, fieldRules[field].isOrdered ? ' <-> ' : ' & ');

function termQuery({ field, tokens, adjacent, isPrefix }: CandidateTerm): string {
  const written = (one: IndexField, token: string, index: number): string =>
    isPrefix && index === tokens.length - 1 ? prefixOf(lexemeOf(one, token)) : quoted(lexemeOf(one, token));
  if (adjacent)
    return either(field, (one) =>
      inOrder(
        one,
        tokens.map((token, index) => written(one, token, index)),
      ),
    );
  return joined(
    tokens.map((token, index) => either(field, (one) => written(one, token, index))),
    ' & ',
  );
}

/** A word that begins with a token too long for the index can only be one that did not fit. */
const prefixOf = (lexeme: string): string => (lexeme === incompleteLexeme ? quoted(lexeme) : `${quoted(lexeme)}:*`);

function stretchQuery(stretch: CandidateStretch): string {
  const distances = distancesOf(stretch);
  return either(stretch.field, (one) => {
    const runs = stretch.runs.map((run) =>
      inOrder(
        one,
        run.map((token) => quoted(lexemeOf(one, token))),
      ),
    );
    if (distances === null || !fieldRules[one].isOrdered) return joined(runs, ' & ');
    const places = [runs, runs.toReversed()].flatMap((order) => distances.map((far) => order.join(` <${far}> `)));
    return joined(places, ' | ');
  });
}

/** More distances would take longer than reading the papers. */
const distancesAtMost = 12;

/** The distances at which the two runs of a stretch may stand. Null if it has more runs, or too many distances. */
function distancesOf({ runs, between }: CandidateStretch): readonly number[] | null {
  if (runs.length !== 2 || between >= distancesAtMost) return null;
  return Array.from({ length: between + 1 }, (_, index) => index + 1);
}

import { type CandidateTerm, tokensIn } from '../../../topics/matching/candidate-terms.ts';

/** A stream of tokens of a paper. */
export type IndexField = Exclude<CandidateTerm['field'], 'any'>;

interface FieldRule {
  /** Begins the lexemes of the field, so that a lexeme says where it stands and no phrase crosses from field to field. */
  readonly letter: string;
  /** The weight of the lexemes, by which `ts_rank` tells titles from abstracts. */
  readonly weight: '' | 'A' | 'B';
  /** Whether its tokens have an order, and thus phrases. The others are sets. */
  readonly isOrdered: boolean;
}

/** The fields, those first whose tokens are needed most. */
export const fieldRules = {
  title: { letter: 't', weight: 'A', isOrdered: true },
  abstract: { letter: 'a', weight: 'B', isOrdered: true },
  comment: { letter: 'c', weight: '', isOrdered: true },
  categories: { letter: 'k', weight: '', isOrdered: false },
  facts: { letter: 'f', weight: '', isOrdered: false },
  authors: { letter: 'n', weight: '', isOrdered: false },
} as const satisfies Record<IndexField, FieldRule>;

/** PostgreSQL's limits: of a lexeme in bytes, of its positions, and of the last position, which is that of all later ones. */
export const limits = { bytes: 2_046, positions: 255, lastPosition: 16_382 };

/** A fact of papers whose tokens do not all fit. No other fact is without a colon. */
const incompleteFact = 'incomplete';

/** Finds these papers. */
export const incompletePapers = tokensIn('facts', [incompleteFact]);

/**
 * A token of a field as the index has it. Tokens that are too long stand for each other, and mark their papers. PostgreSQL's
 * texts cannot have U+0000 and halves of pairs.
 */
export function lexemeOf(field: IndexField, token: string): string {
  const lexeme = `${fieldRules[field].letter}${token.replaceAll('\0', '').toWellFormed()}`;
  return Buffer.byteLength(lexeme) > limits.bytes ? incompleteLexeme : lexeme;
}

export const incompleteLexeme = `${fieldRules.facts.letter}${incompleteFact}`;

/** A lexeme in the texts of vectors and queries. It comes from users, and so it is quoted. */
export const quoted = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

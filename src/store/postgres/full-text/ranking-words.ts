import { type CandidateTerm, runIn } from '../../../topics/matching/candidate-terms.ts';
import { rarityOf } from '../../../topics/words/rarity-table.ts';
import type { PaperQuery } from '../../rules/search/paper-query.ts';
import { tokenQuery } from './token-query.ts';

/** How many words and phrases of a query tell how relevant a paper is. Each takes two microseconds a paper. */
const wordsAtMost = 12;
/** The rarity of the beginning of a word. */
const rarityOfBeginning = 3;

/** A word or phrase of a query, in the language of PostgreSQL. */
export interface RankingWord {
  readonly term: CandidateTerm;
  /** Finds papers that have it in the title or in the abstract, as the query asks. */
  readonly query: string;
  /** The same for its last token alone, whose places are counted. */
  readonly token: string;
  /** Rare words tell more. */
  readonly rarity: number;
}

/** The words and phrases of a query by which found papers are ranked. Single words come first, because they tell most. */
export function rankingWords(query: PaperQuery): readonly RankingWord[] {
  const terms = termsOf(query).toSorted((one, other) => one.tokens.length - other.tokens.length);
  const words = new Map(terms.map((term) => [tokenQuery(term), term]));
  return Array.from(words)
    .slice(0, wordsAtMost)
    .map(([text, term]) => ({ term, query: text, token: tokenQuery(lastOf(term)), rarity: rarityIn(term) }));
}

const rankedFields: ReadonlySet<CandidateTerm['field']> = new Set(['any', 'title', 'abstract']);

function termsOf(query: PaperQuery): readonly CandidateTerm[] {
  switch (query.kind) {
    case 'term':
      if (!rankedFields.has(query.field)) return [];
      return query.adjacent ? [query] : query.tokens.map((token) => ({ ...query, tokens: [token] }));
    case 'stretch':
      return query.runs.flatMap((run) => termsOf(runIn(query.field, run)));
    case 'without':
      return termsOf(query.query);
    default:
      return query.queries.flatMap(termsOf);
  }
}

const lastOf = (term: CandidateTerm): CandidateTerm => ({ ...term, tokens: term.tokens.slice(-1), adjacent: false });

function rarityIn({ tokens, isPrefix }: CandidateTerm): number {
  const whole = isPrefix ? tokens.slice(0, -1) : tokens;
  return whole.reduce((sum, token) => sum + rarityOf(token), isPrefix ? rarityOfBeginning : 0);
}

import type { IndexTokens } from '../../../topics/matching/index-tokens.ts';
import { fieldRules, type IndexField, incompleteLexeme, lexemeOf, limits, quoted } from './lexemes.ts';

/** The tokens of a paper may take a little less than 1 MB. */
const bytesAtMost = 1_000_000;
/** What PostgreSQL adds to each lexeme and each position, in bytes. */
const overhead = { lexeme: 4, position: 2 };

const fields = Object.keys(fieldRules) as readonly IndexField[];

/** The tokens of a paper as the text of a `tsvector`. A paper whose tokens do not all fit has the fact `incompleteFact`. */
export function tokenVector(tokens: IndexTokens): string {
  const vector = new Vector();
  for (const field of fields) {
    const { weight, isOrdered } = fieldRules[field];
    for (const [index, token] of tokens[field].entries())
      vector.add(lexemeOf(field, token), isOrdered ? { position: index + 1, weight } : null);
  }
  return vector.text();
}

interface Place {
  readonly position: number;
  readonly weight: string;
}

/** Lexemes with their places, as far as they fit. */
class Vector {
  readonly #places = new Map<string, string[]>();
  #bytes = Buffer.byteLength(incompleteLexeme) + overhead.lexeme;

  add(lexeme: string, place: Place | null): void {
    const places = this.#placesOf(lexeme);
    if (places === null) this.#markIncomplete();
    else if (place !== null && lexeme !== incompleteLexeme) this.#put(place, places);
  }

  text(): string {
    const parts = Array.from(this.#places, ([lexeme, places]) =>
      places.length === 0 ? quoted(lexeme) : `${quoted(lexeme)}:${places.join(',')}`,
    );
    return parts.join(' ');
  }

  /** Takes room for one more place of a lexeme. Null if there is none. */
  #placesOf(lexeme: string): string[] | null {
    const before = this.#places.get(lexeme);
    const bytes = before === undefined ? Buffer.byteLength(lexeme) + overhead.lexeme : 0;
    if (this.#bytes + bytes + overhead.position > bytesAtMost) return null;
    this.#bytes += bytes + overhead.position;
    const places = before ?? [];
    this.#places.set(lexeme, places);
    return places;
  }

  #put({ position, weight }: Place, places: string[]): void {
    const fits = position <= limits.lastPosition && places.length < limits.positions;
    if (fits) places.push(`${position}${weight}`);
    else this.#markIncomplete();
  }

  #markIncomplete(): void {
    this.#places.set(incompleteLexeme, []);
  }
}

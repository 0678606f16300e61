import { type Saying, saying } from '../../language/saying.ts';
import { mention } from '../language/term-text.ts';
import { attribute } from '../matching/attributes.ts';
import { anything } from '../matching/candidate-terms.ts';
import type { PaperText } from '../matching/paper-text.ts';
import type { UpvotesTerm } from '../topic.ts';
import type { AttributeOperator, Field, ReadTerm, Typed } from './operator.ts';

const upvotesField: Field = {
  names: ['upvotes', 'votes'],
  takes: saying('syntax.takesCount'),
  read: readUpvotes,
};

/** `upvotes:>=20`. Counts change every day, so no store keeps them among its tokens. */
export const upvotesOperator: AttributeOperator<UpvotesTerm> = {
  fields: [upvotesField],
  write: (term) => ({ field: 'upvotes', value: showBounds(term) }),
  isWide: ({ least }) => least === 0,
  holds: isWithin,
  find: (term, paper) => (isWithin(term, paper) ? [{ term, field: 'facts', fact: showCount(countOf(paper)) }] : []),
  explain: ({ fact }) => fact,
  explainMiss: (term, paper) => missedBounds(term, countOf(paper)),
  require: () => anything,
  attributes: ({ least }) => [attribute.upvotes(least)],
};

const countOf = ({ paper }: PaperText): number | null => paper.extras.upvotes;

function isWithin({ least, most }: UpvotesTerm, paper: PaperText): boolean {
  const count = countOf(paper);
  return count !== null && count >= least && (most === null || count <= most);
}

function showBounds({ least, most }: UpvotesTerm): string {
  if (most === null) return `>=${least}`;
  if (most === least) return `${least}`;
  return least === 0 ? `<=${most}` : `${least}..${most}`;
}

const showCount = (n: number | null): Saying =>
  n === null ? saying('reasons.upvotesUnknown') : saying('reasons.upvotes', { n });

function missedBounds({ least, most }: UpvotesTerm, n: number | null): Saying {
  if (n === null) return showCount(n);
  return n < least
    ? saying('reasons.tooFewUpvotes', { n, bound: least })
    : saying('reasons.tooManyUpvotes', { n, bound: most ?? n });
}

const comparison = /^(>=|=>|≥|>|<=|=<|≤|<|=|)\s*(\d{1,7})(\+?)$/;
const range = /^(\d{1,7})\s*(?:\.\.\.?|…|[-–])\s*(\d{1,7})$/;

const thousands = /(?<=\d),(?=\d{3})/g;
/** The largest number of seven digits. A larger bound could not be written and read again. */
const highestCount = 9_999_999;

function readUpvotes({ text }: Typed): ReadTerm {
  const bounds = boundsOf(text.trim().replace(thousands, ''));
  if (bounds === null) return refused(saying('syntax.notACount', { typed: mention(text) }));
  const { least, most } = bounds;
  if (least > highestCount || (most !== null && most < least))
    return refused(saying('syntax.impossibleCount', { typed: mention(text) }));
  return { ok: true, term: { kind: 'upvotes', least, most } };
}

const refused = (said: Saying): ReadTerm => ({ ok: false, code: 'unknown-value', said });

type Bounds = Pick<UpvotesTerm, 'least' | 'most'>;

function boundsOf(text: string): Bounds | null {
  const [, from, to] = range.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return { least: Number(from), most: Number(to) };
  const [, sign, digits, plus] = comparison.exec(text) ?? [];
  if (sign === undefined || digits === undefined) return null;
  const count = Number(digits);
  if (plus === '+') return sign === '' ? { least: count, most: null } : null;
  return compared(sign, count);
}

function compared(sign: string, count: number): Bounds {
  if (sign === '>') return { least: count + 1, most: null };
  if (sign === '<') return { least: 0, most: count - 1 };
  if (sign === '' || sign === '=') return { least: count, most: count };
  return sign.includes('<') || sign === '≤' ? { least: 0, most: count } : { least: count, most: null };
}

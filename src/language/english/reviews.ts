/** The weekly review: the best papers of the last digests, once more. */
export const reviews = {
  title: '**The best of the week, once more**',
  about: 'Papers of the digests from {first} to {last}, by what they got since.',
  postName: 'The best of the week, {day}',
  upvotes: '▲ {n, plural, one {# upvote} other {# upvotes}}',
  upvotesGained: '▲ {n, plural, one {# upvote} other {# upvotes}} (+{gained, number} since)',
  marks: '{n, number} × {mark}',
  nextAt: 'Next weekly review: {at}, {relative}',
  nextDue: 'Next weekly review: after the digest that is due',
} as const;

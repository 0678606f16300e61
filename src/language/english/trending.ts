/** Answers of `/papers trending`. `{period}` is “the last 24 hours”. */
export const trending = {
  today: 'the last 24 hours',
  week: 'the last 7 days',
  month: 'the last 30 days',
  title:
    '**Trending on Hugging Face**: {n, plural, one {the paper} other {the papers}} with the most upvotes an hour over {period}.',
  titleOn:
    '**Trending on Hugging Face** on **{topic}**: {n, plural, one {the paper} other {the papers}} with the most upvotes an hour over {period}.',
  asOf: 'As of {when}.',
  gained: '{upvotes}, {gained, number} of them in {span} ({pace})',
  gainedAll: '{upvotes}, all in {span} ({pace})',
  sinceListed: '{upvotes} since it was listed {span} ago',
  gainedKnown: '{upvotes}, {gained, number} of them in {span}',
  hours: '{n, plural, one {# hour} other {# hours}}',
  days: '{n, plural, one {# day} other {# days}}',
  lessThanAnHour: 'less than an hour',
  perHour: '{rate, number} an hour',
  perDay: '{rate, number} a day',
  place: 'no. {place, number} in its ranking',
  noneOn: 'No paper on **{topic}** got upvotes on Hugging Face in {period}. Try a longer window, or `/papers search`.',
  none: 'No paper got upvotes on Hugging Face in {period}. Try a longer window.',
  noUpvotes:
    'I have no upvotes from Hugging Face yet. Try again in a few minutes. If none come, this bot runs without Hugging Face: use `/papers search`.',
} as const;

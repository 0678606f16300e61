/** Texts of `/papers stats`, and of the picture of `/papers trending`. */
export const stats = {
  shown:
    '**{name}**: {papers, plural, one {# paper} other {# papers}} in the last {days, plural, one {day} other {# days}}, {rate}.',
  most: 'Most are in {categories}.',
  perDay: '{papers} a day',
  perWeek: '{papers} a week',
  rare: 'fewer than 1 a week',
  rareShort: '< 1 a week',
  newestOnly:
    'Only the newest {days, plural, one {day is} other {# days are}} counted, because the papers of such a topic are read one by one.',
  allPapers: 'All papers',
  channelTopics: 'Topics of this channel',
  moreTopics:
    'This channel has {topics, plural, one {# more topic, which is} other {# more topics, which are}} counted and not drawn.',
  subtitle: '{papers, plural, one {# paper} other {# papers}} in {days, plural, one {# day} other {# days}}',
  papersADay: 'Papers a day',
  upvotesADay: 'Upvotes a day on Hugging Face',
  upvotes: '{upvotes, plural, one {# upvote} other {# upvotes}}',
  categories: 'Primary categories',
  authors: 'Authors',
  altDays: 'Bars: papers a day from {first} to {last}, {rate}: {values}.',
  altTopics: 'Bars: papers a day from {first} to {last}, for each topic: {values}.',
  altUpvotes: 'Curve: upvotes a day on Hugging Face, {upvotes, number} in total: {values}.',
  altRanks: '{title}: {values}.',
  nothing:
    'No paper on **{topic}** was announced in the last {days, plural, one {day} other {# days}}. Try a longer window, or `/papers search`.',
  nothingHere:
    'No paper on the topics of this channel was announced in the last {days, plural, one {day} other {# days}}. Try a longer window.',
  empty:
    'I have no papers of the last {days, plural, one {day} other {# days}} yet. Try again in a few minutes, or choose a longer window.',
  noPicture: 'The picture is missing, because it could not be drawn. Try again in a minute.',
  trending: 'Trending on Hugging Face',
  trendingToday: 'Upvotes gained in the last 24 hours',
  trendingWeek: 'Upvotes gained in the last 7 days',
  trendingMonth: 'Upvotes gained in the last 30 days',
  gained: '+{gained, number} of {upvotes, plural, one {# upvote} other {# upvotes}}',
  altTrending: '{title}: {values}.',
} as const;

import type { english, Translated } from '../english.ts';

export const stats: Translated<typeof english.stats> = {
  shown:
    '**{name}**: {papers, plural, one {# Paper} other {# Paper}} {days, plural, one {am letzten Tag} other {in den letzten # Tagen}}, {rate}.',
  most: 'Die meisten sind in {categories}.',
  perDay: '{papers} am Tag',
  perWeek: '{papers} in der Woche',
  rare: 'weniger als 1 in der Woche',
  rareShort: '< 1 pro Woche',
  newestOnly:
    '{days, plural, one {Nur der neueste Tag ist} other {Nur die neuesten # Tage sind}} gezählt, weil die Paper eines solchen Themas einzeln gelesen werden.',
  allPapers: 'Alle Paper',
  channelTopics: 'Themen dieses Kanals',
  moreTopics:
    'Dieser Kanal hat {topics, plural, one {# weiteres Thema, das} other {# weitere Themen, die}} gezählt und nicht gezeichnet {topics, plural, one {ist} other {sind}}.',
  subtitle: '{papers, plural, one {# Paper} other {# Paper}} in {days, plural, one {# Tag} other {# Tagen}}',
  papersADay: 'Paper am Tag',
  upvotesADay: 'Upvotes am Tag auf Hugging Face',
  upvotes: '{upvotes, plural, one {# Upvote} other {# Upvotes}}',
  categories: 'Hauptkategorien',
  authors: 'Autorinnen und Autoren',
  altDays: 'Balken: Paper am Tag vom {first} bis {last}, {rate}: {values}.',
  altTopics: 'Balken: Paper am Tag vom {first} bis {last}, für jedes Thema: {values}.',
  altUpvotes: 'Kurve: Upvotes am Tag auf Hugging Face, zusammen {upvotes, number}: {values}.',
  altRanks: '{title}: {values}.',
  nothing:
    'Kein Paper zu **{topic}** wurde {days, plural, one {am letzten Tag} other {in den letzten # Tagen}} angekündigt. Versuch es mit mehr Tagen oder mit `/papers search`.',
  nothingHere:
    'Kein Paper zu den Themen dieses Kanals wurde {days, plural, one {am letzten Tag} other {in den letzten # Tagen}} angekündigt. Versuch es mit mehr Tagen.',
  empty:
    'Ich habe noch keine Paper {days, plural, one {vom letzten Tag} other {der letzten # Tage}}. Versuch es in ein paar Minuten noch einmal, oder wähl mehr Tage.',
  noPicture: 'Das Bild fehlt, weil es sich nicht zeichnen ließ. Versuch es in einer Minute noch einmal.',
  trending: 'Im Trend auf Hugging Face',
  trendingToday: 'Neue Upvotes der letzten 24 Stunden',
  trendingWeek: 'Neue Upvotes der letzten 7 Tage',
  trendingMonth: 'Neue Upvotes der letzten 30 Tage',
  gained: '+{gained, number} von {upvotes, plural, one {# Upvote} other {# Upvotes}}',
  altTrending: '{title}: {values}.',
};

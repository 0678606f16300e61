import type { english, Translated } from '../english.ts';

export const trending: Translated<typeof english.trending> = {
  today: 'den letzten 24 Stunden',
  week: 'den letzten 7 Tagen',
  month: 'den letzten 30 Tagen',
  title:
    '**Im Trend auf Hugging Face**: {n, plural, one {das Paper} other {die Paper}} mit den meisten Upvotes pro Stunde in {period}.',
  titleOn:
    '**Im Trend auf Hugging Face** zu **{topic}**: {n, plural, one {das Paper} other {die Paper}} mit den meisten Upvotes pro Stunde in {period}.',
  asOf: 'Stand: {when}.',
  gained: '{upvotes}, {gained, number} davon in {span} ({pace})',
  gainedAll: '{upvotes}, alle in {span} ({pace})',
  sinceListed: '{upvotes}, seit es vor {span} gelistet wurde',
  gainedKnown: '{upvotes}, {gained, number} davon in {span}',
  hours: '{n, plural, one {# Stunde} other {# Stunden}}',
  days: '{n, plural, one {# Tag} other {# Tagen}}',
  lessThanAnHour: 'weniger als einer Stunde',
  perHour: '{rate, number} pro Stunde',
  perDay: '{rate, number} am Tag',
  place: 'Nr. {place, number} in seiner Rangliste',
  noneOn:
    'Kein Paper zu **{topic}** bekam auf Hugging Face in {period} Upvotes. Versuch einen längeren Zeitraum, oder `/papers search`.',
  none: 'Kein Paper bekam auf Hugging Face in {period} Upvotes. Versuch einen längeren Zeitraum.',
  noUpvotes:
    'Ich habe noch keine Upvotes von Hugging Face. Versuch es in ein paar Minuten noch einmal. Kommen keine, läuft dieser Bot ohne Hugging Face: Nimm `/papers search`.',
};

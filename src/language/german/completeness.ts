import type { english, Translated } from '../english.ts';

export const completeness: Translated<typeof english.completeness> = {
  more: '{n, plural, one {# weitere Kategorie} other {# weitere Kategorien}}: vollständig',
  moreIncomplete:
    '{n, plural, one {# weitere Kategorie} other {# weitere Kategorien}}: {incomplete, number} davon unvollständig',
  complete: '{category} {fetched, number} von {announced, number} angekündigten, {matched}',
  unchecked: '{category} {fetched, number} von {announced, number} angekündigten (nicht geprüft), {matched}',
  partlyUnread: '{category} nur zum Teil gelesen, {fetched, number} von {announced, number} angekündigten, {matched}',
  unread: '{category} nicht gelesen, {matched}',
  unreadFound: '{category} nicht gelesen, {fetched, number} durch Suche gefunden, {matched}',
  matched: '{n, number} passend',
  matchedLate: '{n, number} passend, {late, number} verspätet',
};

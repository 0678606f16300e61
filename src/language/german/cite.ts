import type { english, Translated } from '../english.ts';

export const cite: Translated<typeof english.cite> = {
  shown: '{papers, plural, one {# Paper} other {# Papers}} als {format}:',
  inFile: '{papers, plural, one {# Paper} other {# Papers}} als {format}, in der Datei.',
  plainText: 'reiner Text',
  tooMany:
    'Ich zitiere {limit, number} Papers auf einmal: Das sind die ersten von {total, number}. Wähl für die anderen weniger Tage.',
  unknown: 'Ich kenne {papers} nicht und habe das weggelassen. Prüf die Id, oder such mit `/papers search`.',
  nothingNamed:
    'Sag, welche Papers: `id` nimmt Ids und Adressen, und `since` nimmt einen Tag, für alle Papers der Digests dieses Kanals von da an.',
  bothNamed:
    'Nenn entweder `id` oder Tage, nicht beides: `id` ist für einzelne Papers, und Tage sind für die Digests dieses Kanals.',
  unreadableId:
    '„{typed}“ ist keine arXiv-Id, DOI oder Adresse, die ich kenne. Schreib sie wie in `2406.01234`, und mehrere mit Leerzeichen dazwischen.',
  tooManyIds:
    'Ich schlage höchstens {limit, number} Papers auf einmal nach, und du hast {named, number} genannt. Nenn weniger.',
  unreadableDay:
    '„{typed}“ ist kein Tag bis heute, den ich lesen kann. Schreib ihn wie in `2026-06-01`, `2026-06`, `monday` oder `2 weeks`.',
  wrongOrder: 'Der letzte Tag, {until}, liegt vor dem ersten, {since}. Tausch `since` und `until`.',
  noDigests: 'Dieser Kanal bekam an diesen Tagen keine Papers in Digests. Wähl andere Tage, oder nenn Papers mit `id`.',
  tooLarge: 'Die Datei hätte mehr als {limit, number} MB, und Discord lehnt sie ab. Wähl weniger Tage.',
};

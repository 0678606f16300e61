import type { english, Translated } from '../english.ts';

export const actions: Translated<typeof english.actions> = {
  menu: 'Paper-Aktionen…',
  save: 'Speichern',
  saveHint: 'Auf deine Leseliste setzen',
  cite: 'Zitieren',
  citeHint: 'Als BibTeX, RIS, CSL-JSON, Text oder Markdown',
  otherFormat: 'Ein anderes Format…',
  similar: 'Ähnliche',
  similarHint: 'Die ähnlichsten Papers auflisten',
  more: 'Mehr davon',
  moreHint: 'Solche Papers kommen hier zuerst',
  less: 'Weniger davon',
  lessHint: 'Solche Papers kommen hier zuletzt',
  why: 'Warum',
  whyHint: 'Sagen, warum es im Digest ist',
  showRest: 'Den Rest zeigen ({papers, number})',
  previous: 'Zurück',
  next: 'Weiter',
  choosePaper: 'Wähle ein Paper…',
  choosePapers: 'Wähle Papers…',
  whichPaper: '**{action}**: welches Paper des Digests vom {day}?',
  whichPapers: '**{action}**: welche Papers des Digests vom {day}?',
  page: 'Seite {page, number} von {pages, number}',
  digestGone: 'Dieser Digest ist älter als das, was ich aufbewahre. `/papers show` findet ein Paper nach seiner Id.',
  restForgotten:
    'Ich weiß nicht mehr, welche Papers dieser Digest wegließ, weil ich das nur einige Wochen aufbewahre. `/papers search` findet Papers nach ihren Wörtern.',
  rest: '{papers, plural, one {# Paper passte auch und hatte} other {# Papers passten auch und hatten}} im Digest vom {day} keinen Platz.',
  restListed: 'Die besten {papers, number} davon sind aufgelistet.',
  restGone:
    '{papers, plural, one {# Paper dieser Seite ist} other {# Papers dieser Seite sind}} nicht mehr gespeichert.',
  matches: 'Passt zu {topics}: {why}',
  matchesNoMore: 'Es passt zu keinem Thema des Kanals mehr.',
  inNoDigest: '{paper} ist in keinem Digest von {channel} und passt dort zu keinem Thema.',
  inNoDigestMatching:
    '{paper} ist in keinem Digest von {channel}. Es passt dort zu {topics, plural, one {# Thema} other {# Themen}}.',
  inDigest: '{paper} ist im Digest vom {day} für {channel}, weil es passt zu:',
  inDigestAs: '{paper} ist, als {duplicate}, im Digest vom {day} für {channel}, weil es passt zu:',
  inDigestChanged:
    '{paper} ist im Digest vom {day} für {channel}. Es passt zu keinem Thema des Kanals mehr: Die Themen oder das Paper haben sich seitdem geändert.',
  moreTopics: 'und {topics, plural, one {# weiteres Thema} other {# weitere Themen}}',
  inCommon: 'gemeinsam: {words}',
};

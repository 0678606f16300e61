import type { english, Translated } from '../english.ts';

export const search: Translated<typeof english.search> = {
  previous: 'Zurück',
  next: 'Weiter',
  alsoAbout: 'Handelt auch davon',
  nearestOne: 'Das Paper, dessen Bedeutung **{topic}** am nächsten kommt{place}.',
  nearest:
    '{n, plural, one {# Paper, dessen Bedeutung} other {# Paper, deren Bedeutung}} **{topic}** am nächsten kommt{place}.',
  found: '{n, plural, one {# Paper} other {# Paper}} zu **{topic}**{place}.',
  foundAtLeast: 'Mindestens {n, plural, one {# Paper} other {# Paper}} zu **{topic}**{place}.',
  wordsNone:
    'Kein Paper hat alle Wörter von **{topic}**. {others, plural, one {Dieses hat} other {Diese haben}} einige davon{place}.',
  wordsSome:
    '{all, plural, one {# Paper hat} other {# Paper haben}} alle Wörter von **{topic}**. {others, plural, one {Das andere hat} other {Die anderen haben}} einige davon{place}.',
  order: ', {order, select, newest {die neuesten} nearest {die nächsten} other {die besten}} zuerst',
  range: ': {from, number} bis {to, number}{order}',
  asWords: '-# Das habe ich als einfache Wörter gelesen. {reason}',
  withoutSigns:
    '-# Verglichen wird nur die Bedeutung der Wörter: Felder, Ausschlüsse und andere Zeichen wirken nicht. Lass `sort` weg, um sie zu nutzen.',
  examined:
    '-# Zu viele Paper könnten passen, also habe ich nur die {order, select, newest {neuesten} nearest {nächsten} other {besten}} {n, number} angesehen. Mit einem weiteren Wort erreichst du andere.',
  listed:
    '-# Die {order, select, newest {neuesten} nearest {nächsten} other {besten}} {n, number} davon sind aufgelistet. Mit einem weiteren Wort erreichst du andere.',
  small: '-# {text}',
  noMore: 'Es gibt keine weiteren Paper. Führ `/papers search` noch einmal aus.',
  noneNear:
    'Kein gespeichertes Paper kommt **{topic}** in der Bedeutung nahe. Lass `sort` weg, um nach den Wörtern zu suchen.',
  noneIndexed: 'Kein Paper, das schon im Suchindex steht, passt zu **{topic}**. {indexing}',
  noneExamined:
    'Keines der {order, select, newest {neuesten} nearest {nächsten} other {besten}} {n, number} Paper, die zu **{topic}** passen könnten, passt. Mit einem weiteren Wort erreichst du andere.',
  none: 'Kein gespeichertes Paper passt zu **{topic}**. `/papers help` erklärt die Sprache der Themen.',
  noneAdvice: 'Kein gespeichertes Paper passt zu **{topic}**. {advice} `/papers help` erklärt die Sprache der Themen.',
  meaningOff:
    'Nach Bedeutung kann ich hier nicht sortieren, weil die Person, die diesen Bot betreibt, das abgeschaltet hat (MEANING=off). Lass `sort` weg.',
  meaningDamaged:
    'Nach Bedeutung kann ich hier nicht sortieren, weil die Tabelle der Wortvektoren des Bots beschädigt ist. Lass `sort` weg.',
  noneSimilar: 'Ich habe kein Paper, das {paper} ähnelt.',
  similar: 'Paper, die {paper} ähneln, die ähnlichsten zuerst:',
  badId:
    '„{typed}“ ist keine arXiv-Id, DOI oder Adresse, die ich kenne. Schreib sie wie in `2406.01234`, oder such mit `/papers search`.',
  unknown: 'Das Paper `{id}` kenne ich nicht. Prüf die Id, oder such mit `/papers search`.',
  unknownAnywhere:
    'Das Paper `{id}` kenne ich nicht, und {sources} {n, plural, one {kennt} other {kennen}} es auch nicht. Prüf die Id, oder such mit `/papers search`.',
  unreachable:
    'Ich habe dieses Paper nicht, und {failed} kann ich gerade nicht fragen. Versuch es in einer Minute noch einmal.',
  unreachableElse:
    'Ich habe dieses Paper nicht, {sources} auch nicht, und {failed} kann ich gerade nicht fragen. Versuch es in einer Minute noch einmal.',
};

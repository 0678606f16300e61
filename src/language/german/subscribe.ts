import type { english, Translated } from '../english.ts';

export const subscribe: Translated<typeof english.subscribe> = {
  preview: '**Vorschau. Noch ist nichts abonniert.**',
  would: '{channel} bekäme Paper zu **{topic}**.',
  wouldInstead: '{channel} bekäme Paper zu **{topic}** statt zu **{replaced}**.',
  recent: 'Neuere Paper, die passen',
  subscribe: 'Abonnieren',
  change: 'Ändern',
  edit: 'Bearbeiten',
  cancel: 'Abbrechen',
  cancelled: 'Abgebrochen. Nichts wurde geändert.',
  noForecast: 'Prognose: noch keine, weil keine Paper gespeichert sind.',
  forecastSoFar:
    'Prognose: bisher {n, plural, one {# Paper} other {# Paper}}, denn noch sind nicht alle gespeicherten Paper im Suchindex.',
  forecastOneDay:
    'Der letzte Tag mit Papern brachte {n, plural, =0 {keines, das passt} one {#, das passt} other {#, die passen}}.',
  forecastNone:
    '{window, select, days {Letzte {days, number} Tage} other {Letzte {days, number} Tage mit Papern}}: Kein Paper passt.',
  forecast:
    '{window, select, days {Letzte {days, number} Tage} other {Letzte {days, number} Tage mit Papern}}: {rate} ({n, plural, one {# Paper} other {# Paper}}).',
  line: 'Paper passen nach ihrer Bedeutung oberhalb einer Linie: einem Wert von {score}, der Zahl nach dem ~.',
  lineUsual:
    'Paper passen nach ihrer Bedeutung oberhalb einer Linie: einem Wert von {score}, der Zahl nach dem ~. Dieser taugt für die meisten Themen.',
  lineMoves:
    'Paper passen nach ihrer Bedeutung oberhalb einer Linie: einem Wert von {score}, der Zahl nach dem ~. {which, select, fewer {**Weniger** verschiebt} more {**Mehr** verschiebt} other {**Weniger** und **Mehr** verschieben}} die Linie.',
  fewer: 'Weniger: {volume}',
  more: 'Mehr: {volume}',
  below: 'Knapp unter der Linie, also nicht dabei',
  onLastDay: 'am letzten Tag mit Papern',
  inLastDays: 'in den letzten {days, number} Tagen',
  inLastDaysWithPapers: 'in den letzten {days, number} Tagen mit Papern',
  youCan: 'Abonnieren kannst du trotzdem.',
  crowded:
    'Das ist viel; ein Digest zeigt die besten {papers, number}. Eng es ein: mit einem weiteren Wort, einer "Phrase", `title:` oder einer Kategorie wie `cat:cs.LG`.',
  next: 'Nächster Digest: {next} ({schedule})',
  nextNew: 'Nächster Digest: {next} ({schedule}), mit Papern, die von jetzt an angekündigt werden',
  alreadyThere:
    '{channel} bekommt schon Paper zu **{topic}**, also wurde nichts geändert. Ändere das Thema, oder lass es, wie es ist.',
  changedMeanwhile:
    'Jemand hat dieses Thema von {channel} inzwischen in **{topic}** geändert, also habe ich nichts geändert. Ändere es noch einmal, oder lass es, wie es ist.',
  changeTopic: 'Thema ändern',
  capReached:
    'Dieser Server hat {n, number} Abos, mehr gehen nicht. Entfern eins mit `/unsubscribe`, oder verbinde Themen mit OR, wie in `graphs OR trees`.',
  done: 'Erledigt: {channel} bekommt Paper zu **{topic}**.',
  doneInstead: 'Erledigt: {channel} bekommt Paper zu **{topic}** statt zu **{replaced}**.',
  doneNext: '{next}. Ändern kannst du das mit `/digest settings`; einen Digest zeigt `/digest preview`.',
  announced: '{person} hat für diesen Kanal **{topic}** abonniert.',
  announcedInstead: '{person} hat das Thema **{replaced}** dieses Kanals in **{topic}** geändert.',
  formTitle: 'Thema',
  formLabel: 'Worum soll es in den Papern gehen?',
  formHint: 'Wörter, "Phrasen", OR, -ohne, (…), title: author: cat:',
  indexing:
    'Der Suchindex wird neu aufgebaut: {percent, number} % sind fertig, die neuesten Paper zuerst. Digests sind davon nicht betroffen.',
};
